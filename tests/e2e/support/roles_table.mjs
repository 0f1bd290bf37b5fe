// Who gets which answer from which route: one row for every operation of the contract.
//
// A row says what is sent and which status each role gets. Requests of roles that may not are true and complete, so
// that only the role can be why they are refused; requests of roles that may are sent with a state nobody ever saw or
// with an empty name, so that they are refused too, but later (412, 409 or 422), and change nothing.
//
// Roles: nobody (not signed in), outsider (an official without a part in the SOP), the five performers of the seed SOP,
// auditor and administrator (accounts without a post). The scene: case A waits at step 1 (held by kadis), case B was
// disposed and waits unread at step 2 (held by sekretaris).

export const roles = ['nobody', 'outsider', 'kadis', 'sekretaris', 'kasubag', 'analis', 'bidang', 'auditor', 'administrator']
const posts = ['outsider', 'kadis', 'sekretaris', 'kasubag', 'analis', 'bidang']
const with_part = ['kadis', 'sekretaris', 'kasubag', 'analis', 'bidang']

/// `allowed` get `status`, nobody gets 401 and everybody else 403.
const only = (allowed, status) =>
  Object.fromEntries(roles.map((role) => [role, role === 'nobody' ? 401 : allowed.includes(role) ? status : 403]))
const everybody = (status) => only(roles, status)
const administrator = (status) => only(['administrator'], status)
const overseers = (status) => only(['auditor', 'administrator'], status)

const stale = '"999999"'

/// Anything else: the same request for everybody, or an unusable one for those who may.
const ask = (expected, request = () => ({}), unusable = request) => ({
  expected,
  request: (scene, may) => (may ? unusable(scene) : request(scene)),
})

/// A command on case A's task. The ETag is true for those who may not.
const on_task = (body) => ({
  expected: only(['kadis'], 412),
  request: (scene, may) => ({ path: { task: scene.task }, if_match: may ? stale : scene.task_etag, body: body?.(scene) }),
})
const on_case = (allowed, which, body) => ({
  expected: only(allowed, 412),
  request: (scene, may) => ({ path: { case: scene[which] }, if_match: may ? stale : scene[`${which}_etag`], body }),
})
/// A change of the register or the calendar by an administrator.
const on_register = (request) => ({
  expected: administrator(412),
  request: (scene, may) => ({ if_match: may ? stale : scene.register_etag, ...request(scene) }),
})
const on_calendar = (request) => ({
  expected: administrator(412),
  request: (scene, may) => ({ if_match: may ? stale : scene.calendar_etag, ...request(scene) }),
})

/// A change of the letterhead; nobody has changed it yet, so its true version is 0.
const on_letterhead = (request) => ({
  expected: administrator(412),
  request: (scene, may) => ({ if_match: may ? stale : '"0"', ...request(scene) }),
})
const letterhead = { lines: [{ text: 'DINAS LAIN', look: 'large' }], address: '', contacts: '', place: '', size: 'a4' }
/// What a preview shows; a field that nobody knows makes it unusable.
const on_draft = ask(
  administrator(422),
  () => ({ body: { letterhead, kind: 'case_paper', text: '{{isi}}' } }),
  () => ({ body: { letterhead, kind: 'case_paper', text: '{{tidak_ada}}' } }),
)

/// A change of the catalogue.
const on_catalogue = (request) => ({
  expected: administrator(412),
  request: (scene, may) => ({ if_match: may ? stale : scene.catalogue_etag, ...request(scene) }),
})
/// A command on the form of the first division that waits for its figures. Whoever may not sends what would be right;
/// whoever may names a revision nobody ever saw, or nothing that could be carried out.
const on_form = (allowed, status, body) => ({
  expected: only(allowed, status),
  request: ({ form, row }, may) => ({ path: form, body: body({ ...row, if_revision: may ? 999 : 0 }, may) }),
})
const entry = { value: { kind: 'blank' }, parts: [], drivers: '', obstacles: '', follow_ups: [], note: '' }
const decision_of = (text) => ({ form }) => ({ body: { year: 2025, unit: form.unit, text, to: form.unit } })
const use_of = ({ kind, subject }) => ({ kind, subject, page: '' })
const on_evidence = () => ({
  expected: only(['bidang'], 404),
  request: ({ form, row }) => ({ path: { ...form, evidence: 'tidak-ada' }, body: { uses: [use_of(row)] } }),
})

const reason = { reason: 'Menunggu surat susulan.' }
const password = 'sementara-7431-kuda'
const case_start = (title) => () => ({
  body: {
    procedure: 'pengumpulan-data-kinerja',
    title,
    period: { kind: 'quarter', year: 2026, number: 1 },
    origin: { kind: 'instruction', subject: 'Kumpulkan data kinerja.' },
  },
})
const yaml = (raw) => () => ({ type: 'application/yaml', raw })

const revision_of = (why) => ({ number: 0, date: '2040-01-15', document: 'PK', reason: why, lines: [] })

/// A change of the archive as nobody ever saw it, for those who may.
const on_archive = (allowed, request) => ({
  expected: only(allowed, 412),
  request: (scene, may) => ({ if_match: may ? stale : scene.archive_etag, ...request(scene) }),
})
/// Destruction is for named officials, never for an administrator alone: the head approves, and the archivist (nobody of
/// this table) proposes and carries out.
const on_proposal = (allowed, body) => ({
  expected: only(allowed, 404),
  request: (scene) => ({ path: { proposal: 'tidak-ada' }, if_match: scene.archive_etag, body }),
})

const spreadsheet = (raw) => () => ({ type: 'text/csv', raw })
const code_row = 'Kode;Uraian;Aktif (tahun);Inaktif (tahun);Nasib akhir\n900.1;Keuangan;1;1;Musnah\n'
const outside = { channel: 'post', name: 'Bupati', address: 'Jl. Contoh 1' }
/// The case has distributed nothing yet: nobody finds what the request names.
const on_outgoing = (request) => ask({ ...everybody(404), nobody: 401 }, (scene) => ({ if_match: '"0"', ...request(scene) }))
const import_row = 'Kode indikator;Jenis angka;Tahun;Nilai;Sumber\nIKU-1;Tahun lalu;2020;60;LKjIP 2020\n'

export const table = {
  // session
  show_session: ask(everybody(200)),
  open_session: ask({ ...everybody(422), nobody: 422 }, () => ({ body: { username: 'siapa' } })),
  close_session: { ...ask(everybody(204)), fresh_session: true },
  change_password: ask(everybody(403), () => ({ body: { current: 'bukan ini', new: password } })),

  // tasks
  list_tasks: ask(everybody(200)),
  show_task: ask(everybody(200), ({ task }) => ({ path: { task } })),
  read_task: ask(only(['kadis'], 200), ({ task }) => ({ path: { task } })),
  present_input: on_task(() => ({ index: 0, reference: 'Lemari arsip B2' })),
  write_paper: on_task(() => ({ text: 'Naskah' })),
  complete_task: on_task(({ sekretaris }) => ({ disposition: { to: [sekretaris], nature: 'ordinary', instructions: ['process'] } })),
  return_task: on_task(() => ({ to: 'disposisi', ...reason })),
  initial_paper: on_task(({ own_password }) => ({ password: own_password, sha256: '0'.repeat(64) })),
  sign_paper: on_task(({ own_password }) => ({ password: own_password, sha256: '0'.repeat(64) })),
  show_signing: ask(everybody(200), ({ task }) => ({ path: { task } })),
  // Nobody of the demo signs by hand: whoever is asked is told so.
  print_paper: ask(everybody(409), ({ task, task_etag }) => ({ path: { task }, query: { kind: 'signature' }, if_match: task_etag, body: { sha256: '0'.repeat(64) } })),
  return_scan: ask(everybody(409), ({ task, task_etag, own_password }) => ({
    path: { task },
    query: { kind: 'signature' },
    if_match: task_etag,
    body: { password: own_password, sha256: '0'.repeat(64), file: { sha256: '0'.repeat(64), name: 'pindaian.pdf', media_type: 'application/pdf', size: 1 } },
  })),
  answer_request: on_task(() => ({ text: 'Terlampir.', numbers: [], files: [] })),
  accept_answer: on_task(() => ({})),
  reject_answer: on_task(() => ({ comment: 'Belum lengkap.' })),
  distribute_paper: on_task(({ sekretaris }) => ({ recipients: [sekretaris] })),
  archive_case: on_task(() => ({ classification: '000.8.6.3', active_years: 2, inactive_years: 3, disposal: 'destroy', location: 'B2' })),
  confirm_receipt: on_task(() => ({})),

  // cases
  list_cases: ask(everybody(200)),
  start_case: ask(only(with_part, 422), case_start('Berkas'), case_start(' ')),
  show_case: ask(everybody(200), ({ case_a }) => ({ path: { case: case_a } })),
  list_case_history: ask(everybody(200), ({ case_a }) => ({ path: { case: case_a } })),
  suspend_case: on_case(['kadis'], 'case_a', reason),
  resume_case: on_case(['kadis'], 'case_a', {}),
  cancel_case: on_case(['kadis'], 'case_a', reason),
  withdraw_disposition: on_case(['kadis'], 'case_b', reason),
  correct_event: {
    expected: only(with_part, 412),
    request: ({ case_a, case_a_etag }, may) => ({
      path: { case: case_a },
      if_match: may ? stale : case_a_etag,
      body: { event: `case/${case_a}@1`, text: 'Nomor agenda yang benar 016/2026.' },
    }),
  },
  preview_migration: ask(everybody(200), ({ case_a }) => ({ path: { case: case_a }, query: { version: 2 } })),
  migrate_case: on_case(['kadis'], 'case_a', { version: 2 }),
  show_edition: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, paper: 'dokumen', version: 9 } })),
  request_edition: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, paper: 'dokumen', version: 9 } })),
  download_edition: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, paper: 'dokumen', version: 9 } })),
  download_paper_docx: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, paper: 'dokumen', version: 9 } })),
  download_paper: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, paper: 'dokumen', version: 9 } })),
  list_paper_comments: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, paper: 'dokumen' } })),
  write_paper_comment: ask(only(with_part, 404), ({ case_a }) => ({
    path: { case: case_a, paper: 'dokumen' },
    body: { version: 1, position: 0, quote: 'Naskah', text: 'Perjelas.' },
  })),
  resolve_paper_comment: ask(only(with_part, 404), ({ case_a }) => ({
    path: { case: case_a, paper: 'dokumen', comment: 'tidak-ada' },
    body: {},
  })),
  list_reports: ask(everybody(200), ({ case_a }) => ({ path: { case: case_a } })),
  download_report_pdf: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, report: 'disposition:9' } })),
  download_report_docx: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, report: 'disposition:9' } })),
  download_report_xlsx: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, report: 'disposition:9' } })),
  download_file: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, sha256: '0'.repeat(64) } })),
  upload_file: ask(only([...posts, 'administrator'], 201), () => ({ query: { name: 'catatan.txt' }, raw: 'catatan', type: 'text/plain' })),

  // signatures
  list_signatures: ask(everybody(200), ({ case_a }) => ({ path: { case: case_a } })),
  download_signed_paper: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, signature: 1 } })),
  download_print: ask(everybody(404), ({ case_a }) => ({ path: { case: case_a, signature: 1 } })),
  list_signers: ask(overseers(200)),
  name_signer: {
    expected: administrator(412),
    request: ({ person }, may) => ({ path: { person }, if_match: may ? stale : '"0"', body: { kind: 'wet_ink' } }),
  },
  remove_signer: {
    expected: administrator(412),
    request: ({ person }, may) => ({ path: { person }, if_match: may ? stale : '"0"' }),
  },
  show_verification_page: ask({ ...everybody(404), nobody: 404 }, () => ({ query: { kode: 'TIDAKADA-1' } })),
  check_signed_paper: ask({ ...everybody(422), nobody: 422 }, () => ({ type: 'multipart/form-data; boundary=x', raw: '--x--' })),

  // procedures
  list_procedures: ask(everybody(200)),
  adopt_procedure: ask(administrator(422), yaml('prosedur: ['), yaml('prosedur: [')),
  check_procedure: ask(everybody(200), yaml('prosedur: [')),
  show_procedure: ask(everybody(200), ({ procedure }) => ({ path: { procedure } })),
  assign_procedure: {
    expected: administrator(412),
    request: ({ procedure, procedure_etag }, may) => ({
      path: { procedure },
      if_match: may ? stale : procedure_etag,
      body: { assignments: [] },
    }),
  },
  show_procedure_version: ask(everybody(200), ({ procedure }) => ({ path: { procedure, version: 1 } })),
  download_bpmn: ask(everybody(200), ({ procedure }) => ({ path: { procedure, version: 1 } })),
  print_sheet: ask(everybody(200), ({ procedure }) => ({ path: { procedure, version: 1, format: 'html' } })),
  show_letterhead: ask(administrator(200)),
  set_letterhead: on_letterhead(() => ({ body: letterhead })),
  set_template: on_letterhead(() => ({ path: { kind: 'case_paper' }, body: { text: '{{isi}}' } })),
  preview_letterhead: on_draft,
  print_letterhead: on_draft,
  show_sheet: ask(everybody(200), ({ procedure }) => ({ path: { procedure, version: 1 } })),

  // agency
  show_agency: ask(everybody(200)),
  rename_agency: on_register(() => ({ body: { name: 'Dinas Lain', region: 'Kabupaten Lain' } })),
  set_duty_separation: on_register(() => ({ body: { duty_separation: 'relaxed', ...reason } })),
  list_units: ask(everybody(200)),
  create_unit: ask(administrator(422), () => ({ body: { name: 'Bidang Baru' } }), () => ({ body: { name: ' ' } })),
  show_unit: ask(everybody(200), ({ unit }) => ({ path: { unit } })),
  change_unit: on_register(({ unit }) => ({ path: { unit }, body: { name: 'Nama Lain' } })),
  list_positions: ask(everybody(200)),
  create_position: ask(
    administrator(422),
    ({ unit }) => ({ body: { name: 'Arsiparis', unit } }),
    ({ unit }) => ({ body: { name: ' ', unit } }),
  ),
  show_position: ask(everybody(200), ({ position }) => ({ path: { position } })),
  change_position: on_register(({ position, unit }) => ({ path: { position }, body: { name: 'Nama Lain', unit } })),
  list_people: ask(everybody(200)),
  create_person: ask(administrator(422), () => ({ body: { name: 'BUDI' } }), () => ({ body: { name: ' ' } })),
  show_person: ask(everybody(200), ({ person }) => ({ path: { person } })),
  change_person: on_register(({ person }) => ({ path: { person }, body: { name: 'Nama Lain' } })),
  list_appointments: ask(everybody(200)),
  appoint: ask(
    administrator(422),
    ({ person, position }) => ({ body: { person, position, standing: 'plh', from: '2026-02-02', to: '2026-02-06', decree: '800/1' } }),
    ({ person, position }) => ({ body: { person, position, standing: 'plh', from: '2026-02-06', to: '2026-02-02', decree: '800/1' } }),
  ),
  show_appointment: ask(everybody(200), ({ appointment }) => ({ path: { appointment } })),
  end_appointment: on_register(({ appointment }) => ({ path: { appointment }, body: { last_day: '2030-01-01', reason: 'Pensiun' } })),
  list_accounts: ask(administrator(200)),
  create_account: ask(
    administrator(422),
    () => ({ body: { username: 'baru.e2e', roles: [], password } }),
    () => ({ body: { username: 'Tidak Boleh!', roles: [], password } }),
  ),
  show_account: ask(administrator(200), ({ account }) => ({ path: { account } })),
  change_account: on_register(({ account }) => ({ path: { account }, body: { roles: [], closed: true } })),
  set_account_password: ask(
    administrator(404),
    ({ account }) => ({ path: { account }, body: { password } }),
    () => ({ path: { account: 'tidak-ada' }, body: { password } }),
  ),

  // figures
  show_catalogue: ask(everybody(200), () => ({ query: { year: 2025 } })),
  list_profiles: ask(everybody(200)),
  check_profile: ask(everybody(200), yaml('profil: [')),
  download_profile: ask(everybody(200), () => ({ path: { profile: 'batas-120' } })),
  download_adopted_profile: ask(everybody(200), () => ({ path: { year: 2025 } })),
  record_node: on_catalogue(({ unit }) => ({
    path: { node: 'baru' },
    body: { kind: 'goal', code: '9', name: 'Tujuan lain', owner: unit, first_year: 2030 },
  })),
  record_indicator: on_catalogue(({ sheet }) => ({ path: { indicator: 'IKU-30' }, body: { node: 'sasaran-1', sheet } })),
  record_figure: on_catalogue(() => ({
    path: { indicator: 'IKU-1' },
    body: { kind: 'past', figure: { year: 2020, target: { value: { kind: 'number', number: '60' } }, source: 'LKjIP' } },
  })),
  close_indicator: on_catalogue(() => ({ path: { indicator: 'IKU-1' }, body: { last_year: 2040, ...reason } })),
  sign_agreement: on_catalogue(({ unit }) => ({ path: { agreement: 'pk-2040' }, body: { year: 2040, unit, revision: revision_of('') } })),
  revise_agreement: on_catalogue(() => ({ path: { agreement: 'pk-2025' }, body: revision_of('Perubahan anggaran') })),
  record_ceiling: on_catalogue(({ ceiling }) => ({ body: ceiling })),
  adopt_profile: on_catalogue(() => ({ path: { year: 2040 }, body: { profile: 'batas-120' } })),
  name_keepers: on_catalogue(() => ({ body: { keepers: [] } })),
  show_collection: ask(everybody(200), ({ form }) => ({ path: { case: form.case } })),
  show_form: ask(everybody(200), ({ form }) => ({ path: form })),
  list_earlier_evidence: ask(everybody(200), ({ form }) => ({ path: form })),
  enter_values: on_form(['bidang'], 412, (row) => ({ rows: [{ ...row, entry }] })),
  submit_form: on_form(['bidang'], 409, () => ({})),
  accept_rows: on_form(['analis'], 412, (row) => ({ rows: [row] })),
  return_rows: on_form(['analis'], 412, (row) => ({ rows: [row], comment: 'Belum lengkap.' })),
  waive_warning: on_form(['bidang'], 412, (row) => ({ ...row, code: 'jump', ...reason })),
  correct_value: on_form(['analis'], 409, (row) => ({ ...row, value: { kind: 'number', number: '1' }, ...reason })),
  attach_evidence: on_form(['bidang'], 422, (row, may) => ({ title: may ? ' ' : 'Rekap', place: 'Lemari 3', uses: [use_of(row)] })),
  reuse_evidence: on_evidence(),
  detach_evidence: on_evidence(),
  remind_division: on_form(['analis'], 200, () => ({})),
  list_owed_forms: ask(everybody(200)),
  note_decision: ask(only(['kadis'], 422), decision_of('Percepat pengumpulan.'), decision_of(' ')),
  settle_decision: ask(everybody(404), () => ({ path: { year: 2025, decision: 'tidak-ada' }, body: { note: 'Selesai.' } })),
  show_results: ask(everybody(200), () => ({ query: { period: '2025' } })),
  show_indicator: ask(everybody(200), () => ({ path: { indicator: 'IKU-1' }, query: { year: 2025 } })),
  compare_profiles: ask(everybody(200), () => ({ path: { indicator: 'IKU-1' }, query: { year: 2025 } })),

  // figures as files
  download_import_template: ask(everybody(200), () => ({ query: { year: 2025 } })),
  check_import: ask(administrator(422), spreadsheet(import_row), spreadsheet('bukan tabel')),
  import_catalogue: on_catalogue(spreadsheet(import_row)),
  download_workbook: ask(everybody(200), ({ form }) => ({ path: form })),
  check_workbook: ask(only(['bidang'], 422), ({ form }) => ({ path: form, ...spreadsheet('bukan formulir')() })),
  read_workbook: ask(only(['bidang'], 422), ({ form }) => ({ path: form, ...spreadsheet('bukan formulir')() })),
  export_figures_csv: ask(everybody(200), () => ({ query: { year: 2025 } })),
  export_figures_xlsx: ask(everybody(200), () => ({ query: { year: 2025 } })),
  export_figures_json: ask(everybody(200), () => ({ query: { year: 2025 } })),
  export_results: ask(everybody(200), () => ({ query: { period: '2025' } })),

  // calendar
  show_calendar: ask(everybody(200)),
  import_calendar_year: on_calendar(() => ({ path: { year: 2031 }, body: { source: 'SKB', holidays: [], collective_leave: [] } })),
  add_local_holiday: ask(
    administrator(422),
    () => ({ body: { date: '2026-08-10', name: 'Hari Jadi', reason: 'Keputusan Bupati' } }),
    () => ({ body: { date: '2026-08-10', name: ' ', reason: ' ' } }),
  ),
  remove_local_holiday: on_calendar(() => ({ path: { date: '2026-08-10' }, query: reason })),
  set_ramadan: ask(
    administrator(422),
    () => ({ body: { from: '2030-01-06', to: '2030-02-04' } }),
    () => ({ body: { from: '2030-02-04', to: '2030-01-06' } }),
  ),
  remove_ramadan: on_calendar(() => ({ path: { date: '2030-01-06' } })),
  set_office_hours: on_calendar(({ hours }) => ({ body: hours })),
  set_zone: on_calendar(() => ({ body: { zone: 'Asia/Jayapura' } })),
  set_at_risk_rule: on_calendar(() => ({ body: { percent_left: 10, on_due_day: false } })),

  // journal
  list_journal: ask(overseers(200)),
  prove_event: ask(overseers(404), () => ({ path: { event: 'agency@999999' } })),
  list_checkpoints: ask(overseers(200)),
  verify_journal: ask(overseers(200)),

  // archive
  show_archive: ask(everybody(200)),
  list_filed: ask(everybody(200)),
  show_filed: ask(everybody(404), () => ({ path: { case: 'tidak-ada' } })),
  export_items_csv: ask(everybody(404), () => ({ path: { case: 'tidak-ada' } })),
  export_items_xlsx: ask(everybody(404), () => ({ path: { case: 'tidak-ada' } })),
  export_filed_csv: ask(everybody(200)),
  export_filed_xlsx: ask(everybody(200)),
  record_class_code: on_archive(['administrator'], () => ({ path: { code: '900.1' }, body: { title: 'Keuangan', security: '', note: '', closed: false } })),
  record_security_classes: on_archive(['administrator'], () => ({ body: { classes: [] } })),
  name_archive_roles: on_archive(['administrator'], () => ({ body: { keepers: [], approvers: [] } })),
  download_code_template: ask(everybody(200)),
  check_code_import: ask(administrator(422), spreadsheet(code_row), spreadsheet('bukan tabel')),
  import_codes: on_archive(['administrator'], spreadsheet(code_row)),
  list_proposals: ask(everybody(200)),
  propose_destruction: ask(only([], 403), () => ({ body: { files: ['tidak-ada'], reason: 'JRA' } })),
  approve_destruction: on_proposal(['kadis'], { decree: 'SK 1' }),
  reject_destruction: on_proposal(['kadis'], reason),
  carry_out_destruction: on_proposal([], { witnesses: 'Dua saksi' }),
  download_disposal_record_pdf: ask(everybody(404), () => ({ path: { proposal: 'tidak-ada' } })),
  download_disposal_record_docx: ask(everybody(404), () => ({ path: { proposal: 'tidak-ada' } })),
  download_case_package: ask(everybody(200), ({ case_a }) => ({ path: { case: case_a } })),
  show_outgoing: ask(everybody(200), ({ case_a }) => ({ path: { case: case_a } })),
  address_outside: on_outgoing(({ case_a, task }) => ({ path: { case: case_a }, body: { task, recipients: [outside] } })),
  record_delivery: on_outgoing(({ case_a }) => ({ path: { case: case_a, recipient: 'tidak-ada' }, body: { expedition_number: '1' } })),
  recall_distribution: on_outgoing(({ case_a, task }) => ({ path: { case: case_a, task }, body: reason })),
  show_receipt_page: ask({ ...everybody(404), nobody: 404 }, () => ({ path: { token: 'a.b.c' } })),
  confirm_receipt_page: ask({ ...everybody(404), nobody: 404 }, () => ({ path: { token: 'a.b.c' } })),
  download_linked_paper: ask({ ...everybody(404), nobody: 404 }, () => ({ path: { token: 'a.b.c' } })),

  // server
  watch_inbox: ask(everybody(200)),
  check_health: ask({ ...everybody(200), nobody: 200 }),
}
