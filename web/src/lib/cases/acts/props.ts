import type { TaskDetail } from '$lib/api/types';

/** What every form of a task is given. */
export interface ActProps {
  task: TaskDetail;
  /** It went through and the task is finished; says what to tell. */
  ondone: (notice: string) => void;
  /** Load the task and its case again; the form stays. */
  onreload: () => void;
}
