/** Who may import whom (docs/decisions): app -> pure files of server; platform knows no noun; no cycles. */
const PURE = '\\.(rules|events)\\.ts$|^server/(i18n|chart)/|^server/event/declare\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'app-takes-only-pure-files',
      comment: 'What both sides of the Remix build import exists twice: types and pure files only.',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(server|db)/', pathNot: PURE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-knows-no-app',
      severity: 'error',
      from: { path: '^(server|db)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/' },
    },
    {
      name: 'pure-imports-pure',
      severity: 'error',
      from: { path: PURE, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app|server|db)/', pathNot: PURE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-needs-no-node',
      severity: 'error',
      from: { path: PURE, pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform-knows-no-noun',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^(server|db|app)/',
        pathNot: '^(server/platform|server/i18n|db/(client|dialect|id)\\.ts)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'schema-imports-rules-at-most',
      severity: 'error',
      from: { path: '^db/schema/' },
      to: { path: '^(server|app)/', pathNot: '\\.rules\\.ts$' },
    },
    {
      name: 'ui-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^app/ui/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^(app|server|db)/',
        pathNot: '^app/ui/|^server/i18n/|^app/(document|preferences)\\.tsx?$',
      },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^(app|server|db)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?url$' },
    },
    {
      name: 'never-the-remix-package',
      comment: 'It throws; @remix-run/* is what one imports.',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/remix/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^db/migrations|^build' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
}
