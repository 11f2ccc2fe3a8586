/** Migrates the file of argv[2] with the folder of argv[3]; the test kills it in the middle. */
import { migrate } from '#db/migrate.ts'

await migrate({ file: process.argv[2] ?? '', folder: process.argv[3] ?? '' })
