// Short names for the shapes of api/openapi.yaml (schema.d.ts is generated from it by `npm run types`).
import type { components } from './schema';

type Schemas = components['schemas'];

export type Action = Schemas['Action'];
export type TaskState = Schemas['TaskState'];
export type CaseState = Schemas['CaseState'];
export type StepState = Schemas['StepState'];
export type StepKind = Schemas['StepKind'];
export type Standing = Schemas['Standing'];
export type Punctuality = Schemas['Punctuality'];
export type Role = Schemas['Role'];
export type Nature = Schemas['Nature'];
export type Instruction = Schemas['DispositionInstruction'];
export type PeriodKind = Schemas['PeriodKind'];

export type Me = Schemas['Me'];
export type By = Schemas['By'];
export type Named = Schemas['Named'];
export type Holder = Schemas['Holder'];
export type Candidate = Schemas['Candidate'];
export type StoredFile = Schemas['File'];
export type Content = Schemas['Content'];
export type Period = Schemas['Period'];
export type Origin = Schemas['Origin'];

export type TaskCard = Schemas['TaskCard'];
export type TaskCounts = Schemas['TaskCounts'];
export type TaskDetail = Schemas['TaskDetail'];
export type TaskInput = Schemas['TaskInput'];
export type Request = Schemas['Request'];
export type Answer = Schemas['Answer'];
export type NumberField = Schemas['NumberField'];
export type Recipient = Schemas['Recipient'];
export type CommandReceipt = Schemas['CommandReceipt'];

export type CaseSummary = Schemas['CaseSummary'];
export type CaseView = Schemas['CaseView'];
export type CaseStep = Schemas['CaseStep'];
export type CaseTask = Schemas['CaseTask'];
export type StepRun = Schemas['StepRun'];
export type Lane = Schemas['Lane'];
export type Paper = Schemas['Paper'];
export type PaperVersion = Schemas['PaperVersion'];
export type Mark = Schemas['Mark'];
export type Disposition = Schemas['Disposition'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type MigrationPreview = Schemas['MigrationPreview'];
export type Allowed = CaseView['allowed'][number];

export type ProcedureSummary = Schemas['ProcedureSummary'];
export type ProcedureView = Schemas['ProcedureView'];
export type ProcedureVersion = Schemas['ProcedureVersion'];
export type ProcedureCheck = Schemas['ProcedureCheck'];
export type ProcedurePath = Schemas['ProcedurePath'];
export type Finding = Schemas['Finding'];
export type Sheet = Schemas['Sheet'];
export type SheetCell = Schemas['SheetCell'];
export type SheetIdentity = Schemas['SheetIdentity'];

export type Unit = Schemas['Unit'];
export type Position = Schemas['Position'];
export type Person = Schemas['Person'];
export type Appointment = Schemas['Appointment'];
export type Account = Schemas['Account'];
export type Agency = Schemas['Agency'];

export type Calendar = Schemas['Calendar'];
export type CalendarYear = Schemas['CalendarYear'];
export type WeekHours = Schemas['WeekHours'];
export type Interval = Schemas['Interval'];

export type JournalEntry = Schemas['JournalEntry'];
export type Checkpoint = Schemas['Checkpoint'];
export type Verification = Schemas['Verification'];

/** What tasks, steps and requests have in common about time. */
export interface Deadline {
  due_at?: string;
  punctuality?: Punctuality;
  days_left?: number;
  minutes_left?: number;
}
