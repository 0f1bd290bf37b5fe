import type { CaseView, TaskDetail } from '$lib/api/types';
import type { Collection } from '$lib/performance/types';

/** What every form of a task is given. */
export interface ActProps {
  task: TaskDetail;
  /** It went through and the task is finished; says what to tell. */
  ondone: (notice: string) => void;
  /** Load the task and its case again; the form stays. */
  onreload: () => void;
}

/** What the page knows besides; a form takes what it needs. */
export interface AllProps extends ActProps {
  view: CaseView;
  collection?: Collection;
}
