/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money of a payment list that came back, or that was with the member after all. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/list-argument.h"
#include "ledger/voucher.h"
#include "payouts/return.h"

static const SheafCommandOption options[] = {
  { "date", "DAY", N_ ("the day on which the money came back") },
  { "reason", "TEXT", N_ ("why; kept in the book") },
  { "take-back", NULL, N_ ("takes a return back: the member has the money after all") },
  { NULL, NULL, NULL },
};

static gboolean
come_back (SheafBook              *book,
           const SheafPayoutBatch *batch,
           gint64                  party_id,
           SheafDate               date,
           const char             *reason,
           GError                **error)
{
  SheafPayoutReturnKind kind = batch->method == SHEAF_PAYOUT_BANK ? SHEAF_PAYOUT_RETURN_BOUNCED
                                                                  : SHEAF_PAYOUT_RETURN_UNCLAIMED;
  gint64                id;
  g_autoptr (SheafVoucher) voucher = NULL;

  if (!sheaf_payout_return (book, batch->id, party_id, kind, date, reason, &id, error))
    return FALSE;
  voucher = sheaf_voucher_load (book, id, error);
  if (voucher == NULL)
    return FALSE;
  sheaf_command_say (_ ("%s takes the money back in."), voucher->number);
  return TRUE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *code = sheaf_command_argument (line, 2);
  const char *reason = sheaf_command_need (line, "reason", error);
  SheafDate   date;
  gint64      party_id = 0;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafPayoutBatch) batch = NULL;

  if (reason == NULL || !sheaf_command_need_day (line, "date", &date, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  batch = book != NULL ? sheaf_cli_list_load (line, 1, book, error) : NULL;
  if (batch == NULL || !sheaf_command_find_party (book, code, &party_id, error))
    return FALSE;
  if (!sheaf_command_flag (line, "take-back"))
    return come_back (book, batch, party_id, date, reason, error);
  if (!sheaf_payout_return_take_back (book, batch->id, party_id, date, reason, error))
    return FALSE;
  sheaf_command_say (_ ("The return of %s is taken back."), code);
  return TRUE;
}

const SheafCommand sheaf_command_payout_return = {
  .name = "payout-return",
  .arguments = "BOOK LIST MEMBER",
  .n_arguments = 3,
  .summary = N_ ("takes back in what the bank returned or a member did not collect"),
  .options = options,
  .run = run,
};
