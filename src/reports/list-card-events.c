/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the membership and of the capital, certificates and instalments; what was taken
 * back stays, marked, and counts nothing. */
#include "reports/list-card-private.h"

#include "base/number.h"
#include "capital/certificate.h"
#include "capital/schedule.h"
#include "capital/settle.h"
#include "capital/timeline.h"
#include "ledger/chart.h"
#include "ledger/party.h"

static const SheafListColumn membership_columns[] = { { "date", SHEAF_CELL_DAY, 4 },
                                                      { "event", SHEAF_CELL_TEXT, 8 },
                                                      { "detail", SHEAF_CELL_TEXT, 9 },
                                                      { "document", SHEAF_CELL_TEXT, 7 },
                                                      { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn capital_columns[] = { { "date", SHEAF_CELL_DAY, 4 },
                                                   { "event", SHEAF_CELL_TEXT, 7 },
                                                   { "detail", SHEAF_CELL_TEXT, 9 },
                                                   { "voucher", SHEAF_CELL_TEXT, 4 },
                                                   { "amount", SHEAF_CELL_MONEY, 5 },
                                                   { "committed", SHEAF_CELL_MONEY, 5 },
                                                   { "paid_in", SHEAF_CELL_MONEY, 5 },
                                                   { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn instalment_columns[] = { { "due", SHEAF_CELL_DAY, 4 },
                                                      { "kind", SHEAF_CELL_TEXT, 8 },
                                                      { "document", SHEAF_CELL_TEXT, 8 },
                                                      { "amount", SHEAF_CELL_MONEY, 5 },
                                                      { "open", SHEAF_CELL_MONEY, 5 },
                                                      { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn certificate_columns[] = { { "number", SHEAF_CELL_TEXT, 5 },
                                                       { "date", SHEAF_CELL_DAY, 4 },
                                                       { "event", SHEAF_CELL_TEXT, 7 },
                                                       { "amount", SHEAF_CELL_MONEY, 5 },
                                                       { "percent", SHEAF_CELL_RATE, 4 },
                                                       { "state", SHEAF_CELL_TEXT, 9 },
                                                       { NULL, SHEAF_CELL_TEXT, 0 } };

/* What took the event back: the reason, where it gave one. */
static char *
taken_back (SheafCardPaper             *paper,
            const SheafMembershipEvent *event)
{
  const char *reason = "";

  if (event->reversed_by == 0)
    return g_strdup ("");
  for (guint i = 0; i < paper->card->memberships->len; i++)
    {
      const SheafMembershipEvent *other = paper->card->memberships->pdata[i];

      if (other->id == event->reversed_by && other->reason != NULL)
        reason = other->reason;
    }
  return sheaf_list_text (&paper->writer, *reason != '\0' ? "taken-back-why" : "taken-back",
                          "reason", reason, NULL);
}

/* A kind by its word, an heir by code, a reason of leaving, the last day of an agreement. */
static char *
membership_detail (SheafCardPaper             *paper,
                   const SheafMembershipEvent *event)
{
  g_autofree char *back = taken_back (paper, event);
  g_autofree char *value = sheaf_card_word (paper, "kind", event->value);
  g_autofree char *reason = sheaf_card_word (paper, "leaving", event->reason);
  g_autofree char *until = sheaf_card_day_text (paper, "agreement-until", event->until);
  g_autofree char *what = sheaf_card_join (", ", value, reason, until, NULL);

  return sheaf_card_join ("; ", what, back, NULL);
}

static gboolean
write_membership (SheafCardPaper *paper,
                  GError        **error)
{
  const GPtrArray *events = paper->card->memberships;

  if (events->len == 0)
    return TRUE;
  if (!sheaf_card_section (paper, "membership", membership_columns, error))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = events->pdata[i];
      g_autofree char            *detail = NULL;
      g_autofree char            *word = sheaf_card_word (
                     paper, "event", sheaf_membership_kind_to_word (event->event));
      SheafCell cells[SHEAF_CARD_CELLS] = { { 0 } };

      if (event->reverses_id != 0)
        continue;
      detail = membership_detail (paper, event);
      sheaf_cell_set_day (&cells[0], event->date);
      sheaf_cell_set_text (&cells[1], word);
      sheaf_cell_set_text (&cells[2], detail);
      sheaf_cell_set_text (&cells[3], event->document != NULL ? event->document : "");
      if (!sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error))
        return FALSE;
    }
  return TRUE;
}

/* The word of an event as the member sees it: what is received, and what of a refund is set off
 * or owed, have words of their own. */
static char *
capital_word (SheafCardPaper          *paper,
              const SheafCapitalEvent *event)
{
  const char *word = sheaf_capital_kind_to_word (event->event);

  if (event->party_id != paper->card->party_id)
    word = "transfer-in";
  else if (sheaf_capital_is_settled (event))
    word = sheaf_capital_is_owed (paper->writer.book, event) ? "refund-owed" : "refund-set-off";
  return sheaf_card_word (paper, "capital", word);
}

/* The account of the debt that a refund settles. */
static char *
settled_account (SheafCardPaper          *paper,
                 const SheafCapitalEvent *event)
{
  const SheafChart *chart = sheaf_chart_get (paper->writer.book, NULL);

  if (!sheaf_capital_is_settled (event) || chart == NULL)
    return g_strdup ("");
  return sheaf_list_text (&paper->writer, "on-account", "account",
                          sheaf_chart_by_id (chart, event->account_id)->code, NULL);
}

/* "cho TV002 Trần Thị B" of who gives, "của …" of who receives. */
static char *
other_side (SheafCardPaper          *paper,
            const SheafCapitalEvent *event)
{
  gboolean         gives = event->party_id == paper->card->party_id;
  gint64           other = gives ? event->to_party_id : event->party_id;
  g_autofree char *name = NULL;
  g_autoptr (SheafParty) party = NULL;

  if (event->event != SHEAF_CAPITAL_TRANSFER_OUT)
    return g_strdup ("");
  party = sheaf_party_load (paper->writer.book, other, NULL); /* then without the name */
  name = party != NULL ? sheaf_card_join (" ", party->code, party->name, NULL) : g_strdup ("");
  return sheaf_list_text (&paper->writer, gives ? "transfer-to" : "transfer-from", "name", name,
                          NULL);
}

static char *
capital_detail (SheafCardPaper          *paper,
                const SheafCapitalEvent *event)
{
  g_autofree char *other = other_side (paper, event);
  g_autofree char *cause = sheaf_card_word (paper, "cause", event->cause);
  g_autofree char *amount = sheaf_number_format (event->quantity.thousandths, 3,
                                                 paper->writer.language);
  g_autofree char *quantity = event->quantity.thousandths == 0
                                  ? g_strdup ("")
                                  : sheaf_card_join (" ", amount,
                                                     event->unit != NULL ? event->unit : "", NULL);
  g_autofree char *asset = sheaf_card_join (" ", event->asset != NULL ? event->asset : "", quantity,
                                            NULL);
  g_autofree char *back = event->reversed_by == 0
                              ? g_strdup ("")
                              : sheaf_list_text (&paper->writer, "taken-back", NULL);
  g_autofree char *account = settled_account (paper, event);
  g_autofree char *what = sheaf_card_join ("; ", other, account, cause, asset,
                                           event->description != NULL ? event->description : "",
                                           NULL);

  return sheaf_card_join ("; ", what, event->document != NULL ? event->document : "", back, NULL);
}

static gboolean
write_capital_event (SheafCardPaper          *paper,
                     const SheafCapitalEvent *event,
                     SheafCapitalBalance      balance,
                     GError                 **error)
{
  g_autofree char *word = capital_word (paper, event);
  g_autofree char *detail = capital_detail (paper, event);
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

  sheaf_cell_set_day (&cells[0], event->date);
  sheaf_cell_set_text (&cells[1], word);
  sheaf_cell_set_text (&cells[2], detail);
  sheaf_cell_set_text (&cells[3], event->voucher_number != NULL ? event->voucher_number : "");
  sheaf_cell_set_number (&cells[4], event->amount.units);
  sheaf_cell_set_number (&cells[5], balance.committed.units);
  sheaf_cell_set_number (&cells[6], balance.paid.units);
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

static gboolean
write_balance (SheafCardPaper *paper,
               GError        **error)
{
  g_autofree char *text = sheaf_list_text (&paper->writer, "balance", NULL);
  g_autofree char *untaxed = sheaf_list_text (&paper->writer, "untaxed", NULL);
  SheafCell        closing[SHEAF_CARD_CELLS] = { { 0 } };
  SheafCell        of_which[SHEAF_CARD_CELLS] = { { 0 } };

  sheaf_cell_set_text (&closing[2], text);
  sheaf_cell_set_number (&closing[5], paper->card->balance.committed.units);
  sheaf_cell_set_number (&closing[6], paper->card->balance.paid.units);
  sheaf_cell_set_text (&of_which[2], untaxed);
  sheaf_cell_set_number (&of_which[6], paper->card->untaxed.units);
  return sheaf_card_row (paper, SHEAF_ROW_KIND_CLOSING, closing, error) &&
         (paper->card->untaxed.units == 0 ||
          sheaf_card_row (paper, SHEAF_ROW_KIND_SUBTOTAL, of_which, error));
}

static gboolean
write_capital (SheafCardPaper *paper,
               GError        **error)
{
  const GPtrArray    *events = paper->card->capital;
  SheafCapitalBalance balance = { SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };

  if (events->len == 0)
    return TRUE;
  if (!sheaf_card_section (paper, "capital", capital_columns, error))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const SheafCapitalEvent *event = events->pdata[i];
      SheafCapitalBalance      change = sheaf_capital_event_change (event, paper->card->party_id);

      if (event->reverses_id != 0)
        continue;
      if (sheaf_capital_event_counts (event))
        {
          balance.committed = sheaf_money_add (balance.committed, change.committed);
          balance.paid = sheaf_money_add (balance.paid, change.paid);
        }
      if (!write_capital_event (paper, event, balance, error))
        return FALSE;
    }
  return write_balance (paper, error);
}

gboolean
sheaf_card_write_events (SheafCardPaper *paper,
                         GError        **error)
{
  return write_membership (paper, error) && write_capital (paper, error);
}

static gboolean
write_instalments (SheafCardPaper *paper,
                   GError        **error)
{
  static const int summed[] = { 3, 4, -1 };
  const GPtrArray *schedules = paper->card->schedules;
  gint64           sums[SHEAF_CARD_CELLS] = { 0 };
  guint            drawn = 0;

  for (guint i = 0; i < schedules->len; i++)
    {
      const SheafSchedule *schedule = schedules->pdata[i];
      g_autofree char     *kind = sheaf_card_word (paper, "schedule",
                                                   sheaf_schedule_kind_to_word (schedule->kind));

      for (guint k = 0; k < schedule->instalments->len; k++)
        {
          const SheafInstalment *one = &g_array_index (schedule->instalments, SheafInstalment, k);
          SheafMoney             open = sheaf_card_instalment_open (paper->card, i, k);
          SheafCell              cells[SHEAF_CARD_CELLS] = { { 0 } };

          if (drawn++ == 0 && !sheaf_card_section (paper, "instalments", instalment_columns, error))
            return FALSE;
          sheaf_cell_set_day (&cells[0], one->due);
          sheaf_cell_set_text (&cells[1], kind);
          sheaf_cell_set_text (&cells[2], schedule->document != NULL ? schedule->document : "");
          sheaf_cell_set_number (&cells[3], one->amount.units);
          sheaf_cell_set_number (&cells[4], open.units);
          sums[3] += one->amount.units;
          sums[4] += open.units;
          if (!sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error))
            return FALSE;
        }
    }
  return drawn == 0 || sheaf_card_total (paper, 1, sums, summed, error);
}

/* In force, or when and how its number ended. */
static char *
certificate_state (SheafCardPaper         *paper,
                   const SheafCertificate *one)
{
  g_autofree char *how = NULL;
  g_autofree char *day = NULL;

  if (one->event == SHEAF_CERTIFICATE_WITHDRAW)
    return g_strdup (one->reason != NULL ? one->reason : "");
  if (sheaf_date_is_none (one->ended) || sheaf_date_cmp (one->ended, paper->card->on) > 0)
    return sheaf_list_text (&paper->writer, "in-force", NULL);
  how = sheaf_card_word (paper, "certificate", sheaf_certificate_kind_to_word (one->ended_by));
  day = sheaf_date_format (one->ended, paper->writer.language);
  return sheaf_list_text (&paper->writer, "ended", "day", day, "how", how, NULL);
}

static gboolean
write_certificates (SheafCardPaper *paper,
                    GError        **error)
{
  const GPtrArray *list = paper->card->certificates;

  if (list->len > 0 && !sheaf_card_section (paper, "certificates", certificate_columns, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const SheafCertificate *one = list->pdata[i];
      g_autofree char        *word = sheaf_card_word (paper, "certificate",
                                                      sheaf_certificate_kind_to_word (one->event));
      g_autofree char        *state = certificate_state (paper, one);
      SheafCell               cells[SHEAF_CARD_CELLS] = { { 0 } };

      sheaf_cell_set_text (&cells[0], one->number != NULL ? one->number : "");
      sheaf_cell_set_day (&cells[1], one->date);
      sheaf_cell_set_text (&cells[2], word);
      if (one->event != SHEAF_CERTIFICATE_WITHDRAW)
        {
          sheaf_cell_set_number (&cells[3], one->amount.units);
          sheaf_cell_set_number (&cells[4], sheaf_certificate_percent (one) * 100);
        }
      sheaf_cell_set_text (&cells[5], state);
      if (!sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_card_write_papers (SheafCardPaper *paper,
                         GError        **error)
{
  return write_instalments (paper, error) && write_certificates (paper, error);
}
