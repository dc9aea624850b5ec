import { Button, Card, SimpleGrid, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsFocus } from '~/parts/keeps-focus'
import { TemplatePlan } from './template-plan'
import type { TemplateName } from './templates'

const NAMES: TemplateName[] = ['menu', 'faq', 'leadForm', 'feedback']

export function TemplateCards() {
  const { t } = useTranslation('home')
  const [open, setOpen] = useState<TemplateName | null>(null)
  return (
    <section aria-labelledby="templates">
      <Title order={2} size="h4" id="templates">
        {t('templates.title')}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {t('templates.about')}
      </Text>
      <SimpleGrid ref={keepsFocus} cols={{ base: 1, sm: 2, lg: 4 }}>
        {NAMES.map((name) => (
          <Card key={name} data-item withBorder>
            <Title order={3} size="h5">
              {t(`templates.names.${name}`)}
            </Title>
            <Text size="sm" mt={4} mb="sm" flex={1}>
              {t(`templates.texts.${name}`)}
            </Text>
            {open === name ? (
              <TemplatePlan name={name} close={() => setOpen(null)} />
            ) : (
              <Button
                variant="light"
                onClick={() => setOpen(name)}
                aria-label={`${t('templates.choose')}: ${t(`templates.names.${name}`)}`}
              >
                {t('templates.choose')}
              </Button>
            )}
          </Card>
        ))}
      </SimpleGrid>
    </section>
  )
}
