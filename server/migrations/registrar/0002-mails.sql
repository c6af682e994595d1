-- Mails: what is to be written to whom. A letter is sealed with the field key and forgotten once it is sent.

create table mail (
  key text primary key,
  state text not null check (state in ('waiting', 'sent')),
  letter bytea,
  asked_on date not null,
  constraint mail__a_sent_letter_is_forgotten check ((state = 'waiting') = (letter is not null))
);
comment on table mail is 'One letter by its key, asked for on a day: asked for twice, it is still one.';

create table mailbox (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  arrived_at timestamptz not null
);
create index mailbox__of_a_recipient on mailbox (recipient, arrived_at desc);
comment on table mailbox is 'One letter of the demo, whose people have no post of their own; empty everywhere else.';
