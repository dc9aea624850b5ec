import { faq } from './faq'
import { feedback } from './feedback'
import { leadForm } from './lead-form'
import { menu } from './menu'
import type { Template } from './template'

export type TemplateName = 'menu' | 'faq' | 'leadForm' | 'feedback'

export const TEMPLATES: Record<TemplateName, Template> = { menu, faq, leadForm, feedback }
