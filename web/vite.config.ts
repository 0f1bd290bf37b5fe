import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { groups } from './scripts/chunks.mjs';

const server = process.env.HIMPUN_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [svelte()],
  resolve: {
    alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) },
    conditions: process.env.VITEST ? ['browser'] : undefined,
  },
  server: { port: 5173, proxy: { '/api': { target: server, changeOrigin: true } } },
  build: {
    target: ['chrome109', 'firefox115', 'safari16'],
    cssTarget: ['chrome109', 'firefox115', 'safari16'],
    assetsInlineLimit: 0, // a data: script or font would need a wider content security policy
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  test: { setupFiles: './tests/setup.ts', include: ['tests/**/*.test.ts'] },
});
