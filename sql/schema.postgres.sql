-- The schema on PostgreSQL after every migration. Generated; see tests/adapters/store/schema_test.cpp.

TABLE blob
  agency text COLLATE "C" NOT NULL
  sha256 text COLLATE "C" NOT NULL
  size bigint NOT NULL
  CONSTRAINT blob_pkey PRIMARY KEY (agency, sha256)

TABLE blob_chunk
  agency text COLLATE "C" NOT NULL
  sha256 text COLLATE "C" NOT NULL
  number bigint NOT NULL
  bytes bytea NOT NULL
  CONSTRAINT blob_chunk_agency_sha256_fkey FOREIGN KEY (agency, sha256) REFERENCES blob(agency, sha256)
  CONSTRAINT blob_chunk_pkey PRIMARY KEY (agency, sha256, number)

TABLE case_file
  agency text COLLATE "C" NOT NULL
  case_id text COLLATE "C" NOT NULL
  sha256 text COLLATE "C" NOT NULL
  name text COLLATE "C" NOT NULL
  media_type text COLLATE "C" NOT NULL
  size bigint NOT NULL
  CONSTRAINT case_file_pkey PRIMARY KEY (agency, case_id, sha256)
  CREATE INDEX case_file_by_hash ON public.case_file USING btree (agency, sha256, case_id)

TABLE case_summary
  agency text COLLATE "C" NOT NULL
  case_id text COLLATE "C" NOT NULL
  number text COLLATE "C" NOT NULL
  title text COLLATE "C" NOT NULL
  procedure text COLLATE "C" NOT NULL
  procedure_version bigint NOT NULL
  procedure_name text COLLATE "C" NOT NULL
  period text COLLATE "C" NOT NULL
  state text COLLATE "C" NOT NULL
  step text COLLATE "C" NOT NULL
  holder text COLLATE "C" NOT NULL
  step_number bigint NOT NULL
  step_count bigint NOT NULL
  opened_at bigint NOT NULL
  updated_at bigint NOT NULL
  due_at bigint
  version bigint NOT NULL
  due_order bigint GENERATED COALESCE(due_at, '9223372036854775807'::bigint)
  CONSTRAINT case_summary_pkey PRIMARY KEY (agency, case_id)
  CREATE INDEX case_by_due ON public.case_summary USING btree (agency, due_order, case_id)
  CREATE INDEX case_by_number ON public.case_summary USING btree (agency, number, case_id)
  CREATE INDEX case_by_update ON public.case_summary USING btree (agency, updated_at, case_id)

TABLE checkpoint
  agency text COLLATE "C" NOT NULL
  size bigint NOT NULL
  root bytea NOT NULL
  note text NOT NULL
  at bigint NOT NULL
  CONSTRAINT checkpoint_pkey PRIMARY KEY (agency, size)
  CONSTRAINT checkpoint_root_check CHECK ((length(root) = 32))

TABLE credential
  agency text COLLATE "C" NOT NULL
  account text COLLATE "C" NOT NULL
  username text COLLATE "C" NOT NULL
  password_hash text COLLATE "C" NOT NULL
  failures bigint NOT NULL
  locked_until bigint
  must_change bigint NOT NULL
  CONSTRAINT credential_agency_username_key UNIQUE (agency, username)
  CONSTRAINT credential_pkey PRIMARY KEY (agency, account)
  CREATE UNIQUE INDEX credential_agency_username_key ON public.credential USING btree (agency, username)

TABLE event_without_leaf
  agency text COLLATE "C" NOT NULL
  position bigint NOT NULL
  CONSTRAINT event_without_leaf_pkey PRIMARY KEY (agency, "position")

TABLE figure
  agency text COLLATE "C" NOT NULL
  year bigint NOT NULL
  subject text COLLATE "C" NOT NULL
  kind text COLLATE "C" NOT NULL
  period text COLLATE "C" NOT NULL
  case_id text COLLATE "C" NOT NULL
  unit text COLLATE "C" NOT NULL
  state text COLLATE "C" NOT NULL
  value text COLLATE "C" NOT NULL
  source text COLLATE "C" NOT NULL
  evidence text COLLATE "C" NOT NULL
  updated_at bigint NOT NULL
  CONSTRAINT figure_pkey PRIMARY KEY (agency, year, subject, kind, period, case_id)

TABLE holder_load
  agency text COLLATE "C" NOT NULL
  holder text COLLATE "C" NOT NULL
  action text COLLATE "C" NOT NULL
  open_tasks bigint NOT NULL
  CONSTRAINT holder_load_pkey PRIMARY KEY (agency, holder, action)

TABLE installation
  agency text COLLATE "C" NOT NULL
  founded_at bigint NOT NULL
  CONSTRAINT installation_pkey PRIMARY KEY (agency)

TABLE job
  agency text COLLATE "C" NOT NULL
  kind text COLLATE "C" NOT NULL
  subject text COLLATE "C" NOT NULL
  attempts bigint NOT NULL
  fence bigint NOT NULL
  free_at bigint NOT NULL
  CONSTRAINT job_pkey PRIMARY KEY (agency, kind, subject)
  CREATE INDEX job_by_time ON public.job USING btree (agency, kind, free_at, subject)

TABLE journal_event
  agency text COLLATE "C" NOT NULL
  stream text COLLATE "C" NOT NULL
  version bigint NOT NULL
  position bigint NOT NULL IDENTITY
  bytes text NOT NULL
  hash bytea NOT NULL
  CONSTRAINT journal_event_hash_check CHECK ((length(hash) = 32))
  CONSTRAINT journal_event_pkey PRIMARY KEY (agency, stream, version)
  CONSTRAINT journal_event_version_check CHECK ((version > 0))
  CREATE UNIQUE INDEX journal_event_position ON public.journal_event USING btree (agency, "position")
  CREATE TRIGGER journal_event_never_changes BEFORE DELETE OR UPDATE ON public.journal_event FOR EACH ROW EXECUTE FUNCTION refuse_journal_change()

TABLE journal_leaf
  agency text COLLATE "C" NOT NULL
  leaf bigint NOT NULL
  stream text COLLATE "C" NOT NULL
  version bigint NOT NULL
  hash bytea NOT NULL
  CONSTRAINT journal_leaf_agency_stream_version_fkey FOREIGN KEY (agency, stream, version) REFERENCES journal_event(agency, stream, version)
  CONSTRAINT journal_leaf_agency_stream_version_key UNIQUE (agency, stream, version)
  CONSTRAINT journal_leaf_hash_check CHECK ((length(hash) = 32))
  CONSTRAINT journal_leaf_leaf_check CHECK ((leaf >= 0))
  CONSTRAINT journal_leaf_pkey PRIMARY KEY (agency, leaf)
  CREATE UNIQUE INDEX journal_leaf_agency_stream_version_key ON public.journal_leaf USING btree (agency, stream, version)

TABLE kept_answer
  agency text COLLATE "C" NOT NULL
  account text COLLATE "C" NOT NULL
  key text COLLATE "C" NOT NULL
  request_hash text COLLATE "C" NOT NULL
  answer text COLLATE "C" NOT NULL
  kept_at bigint NOT NULL
  CONSTRAINT kept_answer_pkey PRIMARY KEY (agency, account, key)
  CREATE INDEX kept_answer_by_age ON public.kept_answer USING btree (agency, kept_at)

TABLE number_series
  agency text COLLATE "C" NOT NULL
  series text COLLATE "C" NOT NULL
  number bigint NOT NULL
  CONSTRAINT number_series_pkey PRIMARY KEY (agency, series)

TABLE open_task
  agency text COLLATE "C" NOT NULL
  task text COLLATE "C" NOT NULL
  case_id text COLLATE "C" NOT NULL
  case_number text COLLATE "C" NOT NULL
  case_title text COLLATE "C" NOT NULL
  procedure_name text COLLATE "C" NOT NULL
  action text COLLATE "C" NOT NULL
  step text COLLATE "C" NOT NULL
  step_number bigint NOT NULL
  step_count bigint NOT NULL
  activity text COLLATE "C" NOT NULL
  holder text COLLATE "C" NOT NULL
  from_position text COLLATE "C" NOT NULL
  since bigint NOT NULL
  due_at bigint NOT NULL
  at_risk_at bigint NOT NULL
  state text COLLATE "C" NOT NULL
  read_at bigint
  revision bigint NOT NULL
  CONSTRAINT open_task_pkey PRIMARY KEY (agency, task)
  CREATE INDEX task_by_action ON public.open_task USING btree (agency, holder, action, due_at, task)
  CREATE INDEX task_by_holder ON public.open_task USING btree (agency, holder, due_at, task)

TABLE procedure_summary
  agency text COLLATE "C" NOT NULL
  procedure text COLLATE "C" NOT NULL
  number text COLLATE "C" NOT NULL
  name text COLLATE "C" NOT NULL
  latest_version bigint NOT NULL
  adopted_at bigint NOT NULL
  CONSTRAINT procedure_summary_pkey PRIMARY KEY (agency, procedure)

TABLE schema_migration
  number bigint NOT NULL
  name text COLLATE "C" NOT NULL
  hash bytea NOT NULL
  applied_at bigint NOT NULL
  CONSTRAINT schema_migration_pkey PRIMARY KEY (number)

TABLE session
  agency text COLLATE "C" NOT NULL
  token_hash text COLLATE "C" NOT NULL
  account text COLLATE "C" NOT NULL
  csrf_token text COLLATE "C" NOT NULL
  opened_at bigint NOT NULL
  expires_at bigint NOT NULL
  CONSTRAINT session_pkey PRIMARY KEY (agency, token_hash)
  CREATE INDEX session_by_account ON public.session USING btree (agency, account)
  CREATE INDEX session_by_end ON public.session USING btree (agency, expires_at)

TABLE stream_head
  agency text COLLATE "C" NOT NULL
  stream text COLLATE "C" NOT NULL
  version bigint NOT NULL
  hash bytea NOT NULL
  CONSTRAINT stream_head_hash_check CHECK ((length(hash) = 32))
  CONSTRAINT stream_head_pkey PRIMARY KEY (agency, stream)

CREATE OR REPLACE FUNCTION public.instr(text, text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$SELECT strpos($1, $2)$function$


CREATE OR REPLACE FUNCTION public.refuse_journal_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RAISE EXCEPTION 'an event is never changed or removed'; END$function$

