-- What is, what was, and what we do about it.
--
-- Instants are microseconds since 1970 in UTC. Lists and maps are JSON. Every table names its workspace, and every
-- statement asks for it. Domains are kept by their name in lower case without the final dot.

create table workspaces (
  id         text   not null primary key,
  name       text   not null,
  created_at bigint not null
);

create table integrations (
  id                text    not null primary key,
  workspace_id      text    not null references workspaces (id),
  name              text    not null,
  provider          text    not null,
  settings          text    not null,
  secret_address    text    not null,
  secret_masked     text    not null,
  secret_since      bigint  not null,
  secret_ends_at    bigint,
  secret_worked_at  bigint,
  organization_id   text,
  organization_name text,
  organization_type text,
  capabilities      text,
  last_success      bigint,
  trouble           text,
  read_only         integer not null,
  added_at          bigint  not null
);
create index integrations_by_name on integrations (workspace_id, name, id);

create table secrets (
  workspace_id text   not null references workspaces (id),
  address      text   not null,
  key_name     text   not null,
  version      integer not null,
  sealed       ${blob} not null,
  changed_at   bigint not null,
  primary key (workspace_id, address)
);

-- For the rotation of keys.
create index secrets_by_key on secrets (workspace_id, key_name, address);

create table passes (
  number           ${identity},
  workspace_id     text    not null references workspaces (id),
  integration_id   text    not null references integrations (id),
  scope            text    not null,
  phase            text    not null,
  walk_number      integer not null,
  walk_next_page   integer not null,
  walk_items       integer not null,
  walk_total       integer,
  walk_moved       integer not null,
  walk_page_length integer not null,
  domains          integer not null,
  zones            integer not null,
  zones_failed     integer not null,
  details          integer not null,
  requests         bigint  not null,
  started_at       bigint  not null,
  changed_at       bigint  not null,
  stopped          integer not null,
  trouble          text
);
-- Nobody looks twice at once.
create unique index passes_unfinished on passes (integration_id, scope) where phase <> 'FINISHED';
create index passes_by_integration on passes (workspace_id, integration_id, scope, number);

create table domains (
  id              ${identity},
  workspace_id    text    not null references workspaces (id),
  integration_id  text    not null references integrations (id),
  name            text    not null,
  unicode         text    not null,
  served_by       text    not null,
  name_servers    text    not null,
  auto_renew      integer not null,
  status          text    not null,
  tags            text    not null,
  services        text    not null,
  dates           text    not null,
  ends_at         bigint,
  account         text    not null,
  organization    text    not null,
  organization_id text,
  registrant      text    not null,
  lockable        integer,
  hides_address   integer,
  hides_mail      integer,
  first_seen_at   bigint  not null,
  seen_at         bigint  not null,
  detailed_at     bigint,
  archived_at     bigint,
  changed_at      bigint,
  changed_plan    text,
  changed_by      text,
  drifted_at      bigint,
  zone_asked_at   bigint,
  zone_digest     text,
  zone_rrsets     integer not null default 0,
  zone_unread     integer not null default 0,
  zone_trouble    text,
  zone_warnings   text    not null default '[]',
  -- The last pass that saw it, read its zone, read its own page (or tried to).
  seen_pass       bigint  not null default 0,
  zone_pass       bigint  not null default 0,
  detail_pass     bigint  not null default 0
);
create unique index domains_by_integration on domains (integration_id, name);
create index domains_by_name on domains (workspace_id, name, id) where archived_at is null;
create index domains_by_expiry on domains (workspace_id, coalesce(ends_at, 9223372036854775807), id)
  where archived_at is null;
create index domains_by_change on domains (workspace_id, coalesce(changed_at, 0), id) where archived_at is null;
create index domains_archived on domains (workspace_id, name, id) where archived_at is not null;
create index domains_facets
  on domains (workspace_id, archived_at, ends_at, auto_renew, served_by, drifted_at, zone_unread)
  where archived_at is null;
create index domains_due
  on domains (integration_id, workspace_id, archived_at, served_by, zone_pass, seen_pass, detail_pass, detailed_at,
    zone_rrsets, zone_asked_at)
  where archived_at is null;

-- Locks, holds and tags, to filter by.
create table marks (
  workspace_id text   not null references workspaces (id),
  kind         text   not null,
  value        text   not null,
  domain_id    bigint not null references domains (id),
  primary key (workspace_id, kind, value, domain_id)
);
create index marks_by_domain on marks (workspace_id, domain_id);

create table rrsets (
  workspace_id text    not null references workspaces (id),
  domain_id    bigint  not null references domains (id),
  owner_key    text    not null,
  type         text    not null,
  owner        text    not null,
  ttl          integer not null,
  rdata        text    not null,
  primary key (domain_id, owner_key, type)
)${without_rowid};

create table snapshots (
  workspace_id text    not null references workspaces (id),
  domain_id    bigint  not null references domains (id),
  id           text    not null,
  name         text    not null,
  taken_at     bigint  not null,
  automatic    integer not null,
  primary key (domain_id, id)
)${without_rowid};

create table history (
  number       ${identity},
  workspace_id text    not null references workspaces (id),
  domain_id    bigint  not null references domains (id),
  at           bigint  not null,
  kind         text    not null,
  subject      text,
  was          text,
  became       text,
  origin       text    not null,
  plan         text,
  author       text,
  drift        integer not null
);
create index history_by_domain on history (workspace_id, domain_id, number);
create index history_by_workspace on history (workspace_id, number);
create index history_drift on history (workspace_id, number) where drift = 1;

create table drafts (
  workspace_id text   not null references workspaces (id),
  domain_id    bigint not null references domains (id),
  author       text   not null,
  plan         text   not null,
  changed_at   bigint not null,
  primary key (domain_id, author)
);
create index drafts_by_author on drafts (workspace_id, author, changed_at);

create table rollouts (
  number       ${identity},
  workspace_id text   not null references workspaces (id),
  hash         text   not null,
  plan         text   not null,
  state        text   not null,
  author       text   not null,
  proposed_at  bigint not null,
  ended_at     bigint,
  undoes       bigint references rollouts (number)
);
create index rollouts_by_workspace on rollouts (workspace_id, number);
create index rollouts_applying on rollouts (workspace_id, number) where state = 'APPLYING';

create index rollouts_by_undone on rollouts (undoes) where undoes is not null;

create table rollout_targets (
  workspace_id text   not null references workspaces (id),
  name         text   not null,
  rollout      bigint not null references rollouts (number),
  primary key (workspace_id, name, rollout)
);

create index rollout_targets_by_rollout on rollout_targets (rollout);

create table journal (
  number       ${identity},
  workspace_id text   not null references workspaces (id),
  rollout      bigint not null references rollouts (number),
  plan         text   not null,
  target       text   not null,
  kind         text   not null,
  subject      text   not null,
  rrsets       text   not null,
  intended_at  bigint not null,
  outcome      text,
  ended_at     bigint,
  detail       text   not null default ''
);
create index journal_by_rollout on journal (rollout, number);
create index journal_by_target on journal (workspace_id, target, number);

create table requests (
  number         ${identity},
  workspace_id   text   not null references workspaces (id),
  integration_id text   not null references integrations (id),
  at             bigint not null,
  call           text   not null,
  status         integer,
  request_id     text
);
create index requests_by_integration on requests (workspace_id, integration_id, at);
