import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import options from './remix.config.js'
import { boundary } from './vite.boundary.ts'
import { compiledMessages } from './vite.messages.ts'
import { partOf } from './vite.shell.ts'

/** Compresses what a browser fetches once, as small as it goes, so that no request has to. */
const compressed = () =>
  compression({
    include: /\.(?:js|css|svg|webmanifest)$/,
    threshold: 200,
    algorithms: ['gzip', defineAlgorithm('brotliCompress')],
    logLevel: 'silent',
  })

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    boundary(),
    compiledMessages(),
    tailwindcss(),
    remix(options),
    ...(isSsrBuild ? [] : [compressed()]),
  ],
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // Fonts and pictures stay files: `font-src 'self'` holds and nothing is downloaded that no text needs.
    assetsInlineLimit: 0,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: partOf() } } }),
  },
  // Without the entries a cold cache optimises twice and React is loaded twice ("Invalid hook call").
  optimizeDeps: { entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.{ts,tsx}'] },
  ssr: { noExternal: ['lucide-react', 'use-intl', /^@atlaskit\//, /^@liveblocks\//, '@xyflow/react'] },
}))
