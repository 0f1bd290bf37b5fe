// Every address of the application. The inbox is part of the first load, everything else comes when it is asked for.
import { eager, lazy } from '$lib/router.svelte';
import Inbox from './routes/Inbox.svelte';

export const routes = [
  eager('/', Inbox),
  lazy('/berkas', () => import('./routes/Cases.svelte')),
  lazy('/berkas/mulai', () => import('./routes/CaseStart.svelte')),
  lazy('/berkas/:case', () => import('./routes/Case.svelte')),
  lazy('/capaian', () => import('./routes/Results.svelte')),
  lazy('/capaian/unit/:unit', () => import('./routes/UnitResults.svelte')),
  lazy('/capaian/indikator/:indicator', () => import('./routes/Indicator.svelte')),
  lazy('/katalog', () => import('./routes/Catalogue.svelte')),
  lazy('/katalog/:part', () => import('./routes/Catalogue.svelte')),
  lazy('/katalog/indikator/:indicator', () => import('./routes/CatalogueIndicator.svelte')),
  lazy('/berkas/:case/formulir/:unit', () => import('./routes/Form.svelte')),
  lazy('/arsip', () => import('./routes/Archive.svelte')),
  lazy('/arsip/:part', () => import('./routes/Archive.svelte')),
  lazy('/prosedur', () => import('./routes/Procedures.svelte')),
  lazy('/prosedur/periksa', () => import('./routes/ProcedureCheck.svelte')),
  lazy('/prosedur/:procedure', () => import('./routes/Procedure.svelte')),
  lazy('/kantor', () => import('./routes/Agency.svelte')),
  lazy('/kantor/:part', () => import('./routes/Agency.svelte')),
  lazy('/kalender', () => import('./routes/Calendar.svelte')),
  lazy('/jurnal', () => import('./routes/Journal.svelte')),
  lazy('/akun', () => import('./routes/Account.svelte')),
  lazy('/lainnya', () => import('./routes/More.svelte')),
];
