// The shapes on the wire, as api/openapi.yaml describes them. A member that has nothing is absent.

export type Role = 'administrator' | 'auditor';
export type AppointmentKind = 'definitive' | 'plt' | 'plh' | 'delegation';
export type Action = 'dispose' | 'work' | 'gather' | 'answer' | 'review' | 'initial' | 'sign' | 'distribute' | 'receive';
export type Punctuality = 'on_time' | 'at_risk' | 'late';
export type TaskState = 'not_started' | 'started' | 'waiting' | 'returned';
export type CaseState = 'running' | 'suspended' | 'finished' | 'cancelled';
export type StepKind = 'disposition' | 'task' | 'gathering' | 'review' | 'initialing' | 'signature' | 'distribution';

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface By {
  person?: string;
  name: string;
  position?: string;
  position_name?: string;
  kind?: AppointmentKind;
}

export interface StoredFile {
  sha256: string;
  name: string;
  size: number;
  media_type: string;
}

export interface Post {
  position: string;
  name: string;
  unit: string;
  unit_name: string;
  kind: AppointmentKind;
  until?: string;
}

export interface Warning {
  code: string;
  text: string;
}

export interface Me {
  account: string;
  username: string;
  roles: Role[];
  person?: { id: string; name: string };
  posts: Post[];
  agency: { id: string; name: string; region: string; utc_offset?: string };
  csrf_token: string;
  warnings: Warning[];
  must_change_password?: boolean;
}

export interface Deadline {
  due_at?: string;
  punctuality?: Punctuality;
  days_left?: number;
  minutes_left?: number;
}

export interface TaskCard extends Deadline {
  id: string;
  case: string;
  case_number: string;
  case_title: string;
  procedure_name: string;
  action: Action;
  step: string;
  step_number: number;
  step_count: number;
  activity: string;
  holder: string;
  holder_name: string;
  from_name: string;
  since: string;
  read: boolean;
  returned: boolean;
  state: TaskState;
  revision: number;
  may_act?: boolean;
}

export interface Counts {
  all: number;
  late: number;
  by_action: Partial<Record<Action, number>>;
}

export interface TaskPage extends Page<TaskCard> {
  counts: Counts;
}

export type PaperKind = 'text' | 'file' | 'reference';

export interface Mark {
  kind: 'initials' | 'signature';
  by: By;
  at: string;
  voided_at?: string;
  voided_by_version?: number;
}

export interface PaperVersion {
  version: number;
  at: string;
  by: By;
  kind: PaperKind;
  text?: string;
  reference?: string;
  file?: StoredFile;
  sha256: string;
  step?: string;
  marks: Mark[];
}

export interface Paper {
  key: string;
  name: string;
  versions: PaperVersion[];
}

export interface InputState {
  index: number;
  name: string;
  source?: string;
  present: boolean;
  how?: { kind: 'file' | 'reference' | 'paper' | 'origin' | 'answers'; text?: string; file?: StoredFile; paper?: string; version?: number };
}

export interface NumberRow {
  label: string;
  value: string;
  unit: string;
}

export interface Answered {
  text: string;
  numbers: NumberRow[];
  files: StoredFile[];
  at: string;
  by: By;
}

export interface Request {
  task: string;
  holder: string;
  holder_name: string;
  state: 'open' | 'answered' | 'returned' | 'accepted' | 'missing';
  round: number;
  due_at?: string;
  answer?: Answered;
  comment?: string;
  revision?: number;
}

export interface Recipient {
  task?: string;
  holder: string;
  holder_name: string;
  sent_at?: string;
  received_at?: string;
  received_by?: By;
}

export interface Holder {
  holder: string;
  name: string;
  suggested?: boolean;
}

export type Urgency = 'ordinary' | 'urgent' | 'very_urgent';
export type Instruction = 'respond' | 'process' | 'coordinate' | 'study' | 'represent' | 'archive' | 'report';

export interface DispositionSheet {
  from: string;
  number: string;
  date?: string;
  received_on?: string;
  agenda_number: string;
  urgency: Urgency;
  confidential: boolean;
  subject: string;
  forwarded_to: string[];
  instructions: Instruction[];
  note: string;
}

export interface Archiving {
  classification: string;
  retention_active_years: number;
  retention_inactive_years: number;
  disposal: 'destroy' | 'permanent';
  location: string;
  missing_reason?: string;
}

export interface TaskDetail extends TaskCard {
  kind: StepKind;
  time_written?: string;
  inputs: InputState[];
  outputs: string[];
  paper_required?: boolean;
  paper?: { key: string; name: string; latest?: PaperVersion };
  outcomes: { label: string; target?: string; target_number?: number; target_activity?: string }[];
  returns: { step: string; number: number; activity: string; holder_name?: string }[];
  requests?: Request[];
  request?: Request;
  recipients?: Recipient[];
  candidates?: Holder[];
  forward_to?: Holder[];
  disposition?: Partial<DispositionSheet>;
  archive?: Partial<Archiving>;
  distributed?: boolean;
  may_act: boolean;
  why_not?: string;
}

export interface Receipt {
  case: string;
  version: number;
  state: CaseState;
  task_revision?: number;
  open: { task: string; step: string; action: Action; holder: string }[];
}

export interface Period {
  kind: 'month' | 'quarter' | 'semester' | 'year';
  year: number;
  number?: number;
}

export type Origin =
  | {
      kind: 'letter';
      from: string;
      number: string;
      date: string;
      subject: string;
      received_on: string;
      agenda_number: string;
      file?: StoredFile | string;
    }
  | { kind: 'instruction'; text: string };

export interface CaseSummary extends Deadline {
  id: string;
  number: string;
  title: string;
  procedure: string;
  procedure_name: string;
  procedure_version: number;
  period: Period;
  state: CaseState;
  started_at: string;
  updated_at: string;
  step_number?: number;
  step_count: number;
  activity?: string;
  holder_names: string[];
}

export type CaseStepState = 'done' | 'now' | 'upcoming' | 'returned' | 'skipped';

export interface CaseStep extends Deadline {
  id: string;
  number: number;
  kind: StepKind;
  activity: string;
  performers: string[];
  gathers_from?: string;
  time_written: string;
  next: string[];
  outcomes: { label: string; target?: string }[];
  returns: string[];
  state: CaseStepState;
  visits: number;
  opened_at?: string;
  done_at?: string;
  done_by?: By;
  outcome?: string;
}

export interface Disposed extends Omit<DispositionSheet, 'forwarded_to'> {
  task: string;
  forwarded_to: Holder[];
  by: By;
  at: string;
  read_at?: string;
  withdrawn_at?: string;
}

export type CaseAction = 'suspension' | 'resumption' | 'cancellation' | 'withdrawal' | 'correction' | 'migration';

export interface CaseView {
  id: string;
  number: string;
  title: string;
  period: Period;
  state: CaseState;
  state_reason?: string;
  started_at: string;
  started_by: By;
  updated_at: string;
  finished_at?: string;
  procedure: { id: string; name: string; number: string; version: number; latest_version: number };
  origin: Origin;
  actors: { id: string; name: string; plural: boolean; holders: Holder[] }[];
  steps: CaseStep[];
  tasks: TaskCard[];
  papers: Paper[];
  dispositions: Disposed[];
  requests: Request[];
  recipients: Recipient[];
  archive?: Archiving & { at: string; by: By };
  actions: CaseAction[];
}

export interface HistoryItem {
  event: string;
  at: string;
  by: By;
  type: string;
  text: string;
  step_number?: number;
  corrections?: { at: string; by: By; text: string }[];
}

export interface MigrationPreview {
  from: number;
  to: number;
  steps: { from: { id: string; number: number; activity: string }; to?: { id: string; number: number; activity: string }; open: boolean }[];
  refusals: string[];
}
