import {
  IconApps,
  IconBinaryTree,
  IconChartBar,
  IconClick,
  IconFileImport,
  IconGitBranch,
  IconHistory,
  IconHome,
  IconKeyboard,
  IconMessage,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'

/** The menu. Its words stand in the texts under `places` and `groups`. */
export const GROUPS = [
  {
    name: 'bot',
    places: [
      { name: 'home', to: '/', icon: IconHome },
      { name: 'handlers', to: '/handlers', icon: IconMessage },
      { name: 'callbacks', to: '/callbacks', icon: IconClick },
      { name: 'buttons', to: '/buttons', icon: IconApps },
      { name: 'keyboards', to: '/keyboards', icon: IconKeyboard },
      { name: 'map', to: '/map', icon: IconBinaryTree },
    ],
  },
  {
    name: 'audience',
    places: [
      { name: 'statistics', to: '/statistics', icon: IconChartBar },
      { name: 'people', to: '/people', icon: IconUsers },
    ],
  },
  {
    name: 'changes',
    places: [
      { name: 'history', to: '/history', icon: IconHistory },
      { name: 'drafts', to: '/drafts', icon: IconGitBranch },
      { name: 'documents', to: '/documents', icon: IconFileImport },
    ],
  },
  { name: 'system', places: [{ name: 'settings', to: '/settings', icon: IconSettings }] },
] as const
