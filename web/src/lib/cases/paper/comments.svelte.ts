// Comments on a paper of a case: loaded once for every place on the page that shows them.
import { answered, api } from '$lib/api/client';
import { asProblem, type Problem } from '$lib/api/problem';
import type { components } from '$lib/api/schema';

export type Comment = components['schemas']['PaperComment'];
type Writing = components['schemas']['PaperCommentWriting'];

export class Comments {
  items = $state.raw<Comment[]>([]);
  mayComment = $state(false);
  loaded = $state(false);
  problem = $state.raw<Problem>();
  readonly open = $derived(this.items.filter((comment) => !comment.resolved));
  private readonly path: { case: string; paper: string };

  constructor(caseId: string, paper: string) {
    this.path = { case: caseId, paper };
  }

  async load(): Promise<void> {
    try {
      const { data } = await answered(api.GET('/cases/{case}/papers/{paper}/comments', { params: { path: this.path } }));
      this.items = data.items;
      this.mayComment = data.may_comment;
      this.loaded = true;
      this.problem = undefined;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  async write(body: Writing): Promise<void> {
    await answered(api.POST('/cases/{case}/papers/{paper}/comments', { params: { path: this.path }, body }));
    await this.load();
  }

  async resolve(comment: string, note: string): Promise<void> {
    await answered(api.POST('/cases/{case}/papers/{paper}/comments/{comment}/resolution', { params: { path: { ...this.path, comment } }, body: note ? { note } : {} }));
    await this.load();
  }
}

let kept: { key: string; comments: Comments } | undefined;

export function commentsOn(caseId: string, paper: string): Comments {
  const key = `${caseId}/${paper}`;
  if (kept?.key !== key) kept = { key, comments: new Comments(caseId, paper) };
  void kept.comments.load();
  return kept.comments;
}
