-- Who may do what, and what was done. Workspaces are in V1.

create table accounts (
  id         text   not null primary key,
  name       text   not null unique,
  password   text   not null,
  created_at bigint not null
);

create table memberships (
  workspace_id text   not null references workspaces (id),
  account_id   text   not null references accounts (id),
  role         text   not null,
  since        bigint not null,
  primary key (workspace_id, account_id)
);
create index memberships_by_account on memberships (account_id, workspace_id);

create table sessions (
  id         text   not null primary key,
  digest     text   not null unique,
  account_id text   not null references accounts (id),
  created_at bigint not null,
  seen_at    bigint not null,
  address    text   not null,
  agent      text   not null
);
create index sessions_by_account on sessions (account_id, created_at);

-- An invitation names a workspace, a role and who invites; the link of the first owner names none of them.
create table links (
  digest       text   not null primary key,
  workspace_id text,
  role         text,
  invited_by   text,
  created_at   bigint not null,
  expires_at   bigint not null
);
create index links_by_workspace on links (workspace_id, created_at);
create index links_by_end on links (expires_at);

-- Failures of a source, or at a name, whether an account has it or not.
create table failures (
  bearer      text    not null primary key,
  number      integer not null,
  last_at     bigint  not null,
  until_at    bigint  not null
);
create index failures_by_time on failures (last_at);

create table devices (
  name     text   not null,
  digest   text   not null,
  until_at bigint not null,
  primary key (name, digest)
);
create index devices_by_end on devices (until_at);

-- Nothing in it is ever changed.
create table audit (
  workspace_id text   not null references workspaces (id),
  number       bigint not null,
  at           bigint not null,
  who          text   not null,
  door         text   not null,
  action       text   not null,
  object       text   not null,
  was          text,
  became       text,
  details      text   not null,
  link         text   not null,
  primary key (workspace_id, number)
);
