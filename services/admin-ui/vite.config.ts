import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'

/** Where admin-api runs while the app is developed: `just up` starts it there. */
const ADMIN_API = process.env.BOTLOOM_ADMIN_API_URL ?? 'http://127.0.0.1:8000'

/** A mock of a module is seen by all that run in the same place. */
const MOCKING = ['src/keyboards/staged-buttons.test.tsx']

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '~': new URL('./src', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    // These know light-dark(); for older ones it would be rewritten to what Mantine does not set.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    sourcemap: false,
  },
  server: { proxy: { '/api': ADMIN_API } },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testing/setup.ts'],
    projects: [
      // A document for each file takes a second, and setup cleans up behind each test.
      {
        extends: true,
        test: { name: 'units', exclude: [...configDefaults.exclude, ...MOCKING], isolate: false },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
    ],
  },
})
