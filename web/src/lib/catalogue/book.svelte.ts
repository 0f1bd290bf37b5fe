// The catalogue of a year on the screen, with the version that a change must name and the units and positions it uses.
import { listPositions, listUnits } from '$lib/agency/api';
import type { Answered } from '$lib/api/client';
import { asProblem, type Problem } from '$lib/api/problem';
import type { Position, Unit } from '$lib/api/types';
import { m } from '$lib/paraglide/messages.js';
import { session } from '$lib/session/session.svelte';
import { announcer } from '$lib/ui/announce.svelte';
import { getCatalogue, listProfiles, type Catalogue, type Profile } from './api';

export class Book {
  year = $state(0);
  catalogue = $state.raw<Catalogue>();
  etag = $state('');
  problem = $state.raw<Problem>();
  units = $state.raw<Unit[]>([]);
  positions = $state.raw<Position[]>([]);
  profiles = $state.raw<Profile[]>([]);

  constructor(year: number) {
    this.year = year;
  }

  /** Administrators and the keepers who were named. The server decides; this only hides what it would refuse. */
  get editable(): boolean {
    const keepers = this.catalogue?.keepers ?? [];
    return session.has('administrator') || (session.me?.posts.some((post) => keepers.includes(post.position) || keepers.includes(post.unit)) ?? false);
  }

  load = async (): Promise<void> => {
    try {
      const answer = await getCatalogue(this.year);
      this.catalogue = answer.data;
      this.etag = answer.etag;
      this.problem = undefined;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  };

  /** Names of units and positions, and the profiles to choose from; the catalogue can be read without them. */
  loadAround = async (): Promise<void> => {
    const [units, positions, profiles] = await Promise.allSettled([listUnits({}), listPositions({}), listProfiles()]);
    if (units.status === 'fulfilled') this.units = units.value.data.items;
    if (positions.status === 'fulfilled') this.positions = positions.value.data.items;
    if (profiles.status === 'fulfilled') this.profiles = profiles.value.data.items;
  };

  /** Carries out one change against the version on the screen and reads the catalogue again. Throws what was refused. */
  async keep(work: (etag: string) => Promise<Answered<unknown>>): Promise<void> {
    this.etag = (await work(this.etag)).etag;
    announcer.tell(m.saved());
    await this.load();
  }

  unitName = (id: string): string => this.units.find((unit) => unit.id === id)?.name ?? id;
  holderName = (id: string): string => this.positions.find((position) => position.id === id)?.name ?? this.unitName(id);
  get openUnits(): { value: string; label: string }[] {
    return this.units.filter((unit) => !unit.closed).map((unit) => ({ value: unit.id, label: unit.name }));
  }
  get openPositions(): { value: string; label: string }[] {
    return this.positions.filter((position) => !position.closed).map((position) => ({ value: position.id, label: position.name }));
  }
}
