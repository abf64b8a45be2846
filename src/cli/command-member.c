/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member's card. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/balance.h"
#include "cli/error.h"
#include "cli/output.h"
#include "members/member.h"
#include "members/membership.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day; today when not given") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "field", N_ ("Field"), SHEAF_OUTPUT_TEXT },
  { "value", N_ ("Value"), SHEAF_OUTPUT_TEXT },
};

static void
add_text (SheafOutput *output,
          const char  *field,
          const char  *value)
{
  sheaf_output_text (output, field);
  sheaf_output_text (output, value);
}

static void
add_day (SheafOutput *output,
         const char  *field,
         SheafDate    day)
{
  sheaf_output_text (output, field);
  sheaf_output_day (output, day);
}

static void
add_amount (SheafOutput *output,
            const char  *field,
            SheafMoney   amount)
{
  sheaf_output_text (output, field);
  sheaf_output_amount (output, amount);
}

static void
add_card (SheafOutput            *output,
          const SheafMember      *member,
          const SheafMemberState *state)
{
  add_text (output, "code", member->code);
  add_text (output, "name", member->name);
  add_text (output, "kind",
            sheaf_output_is_text (output) ? sheaf_member_kind_title (state->last_kind)
                                          : sheaf_member_kind_to_word (state->last_kind));
  add_day (output, "joined", state->joined);
  add_day (output, "left", state->left);
  add_text (output, "agreement", state->agreement ? "yes" : "no");
  add_text (output, "id_number", member->id_number);
  add_day (output, "birth", member->birth);
  add_text (output, "gender", member->gender);
  add_text (output, "nationality", member->nationality);
  add_text (output, "represents", member->represents);
  add_text (output, "address", member->address);
  add_text (output, "hamlet", member->hamlet);
  add_text (output, "phone", member->phone);
  add_text (output, "tax_code", member->tax_code);
  add_text (output, "bank_bin", member->bank_bin);
  add_text (output, "bank_account", member->bank_account);
}

/* "7 2025-03-01 leave voluntary NQ 3", the number first: membership-reverse asks for it. */
static void
add_event (SheafOutput                *output,
           const SheafMembershipEvent *event)
{
  g_autofree char *day = sheaf_date_to_text (event->date);
  g_autofree char *until = sheaf_date_to_text (event->until);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const parts[] = { day, sheaf_membership_kind_to_word (event->event), event->value,
                                event->reason, event->document, until };

  g_string_append_printf (text, "%" G_GINT64_FORMAT, event->id);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, " %s", parts[i]);
  add_text (output, sheaf_membership_event_counts (event) ? "event" : "event-taken-back",
            text->str);
}

/* What stands behind the lines that were there first: scripts count on their order. */
static gboolean
add_more (SheafOutput       *output,
          SheafBook         *book,
          const SheafMember *member,
          SheafDate          on,
          GError           **error)
{
  static const char *const fields[] = { "id_day", "id_place", "representative",
                                        "representative_id", "team" };
  g_autoptr (GPtrArray) events = sheaf_membership_list (book, member->party_id, error);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = sheaf_member_field (member, fields[i]);

      add_text (output, fields[i], value);
    }
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafMembershipEvent *event = events->pdata[i];

      if (event->reverses_id == 0 && sheaf_date_cmp (event->date, on) <= 0)
        add_event (output, event);
    }
  return events != NULL;
}

static gboolean
write_card (const SheafCommandLine *line,
            SheafBook              *book,
            SheafOutput            *output,
            SheafDate               on,
            GError                **error)
{
  const char         *code = sheaf_command_argument (line, 1);
  gint64              id = sheaf_member_find (book, code);
  SheafMemberState    state;
  SheafCapitalBalance capital;
  g_autoptr (SheafMember) member = NULL;

  if (id == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("no member has the code %s: “sheaf-cli members” lists them"), code);
      return FALSE;
    }
  member = sheaf_member_load (book, id, error);
  if (member == NULL || !sheaf_member_on (book, id, on, &state, error) ||
      !sheaf_capital_on (book, id, on, &capital, error))
    return FALSE;
  add_card (output, member, &state);
  add_amount (output, "committed", capital.committed);
  add_amount (output, "paid", capital.paid);
  return add_more (output, book, member, on, error) && sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  SheafDate on = SHEAF_DATE_NONE;
  g_autoptr (SheafBook) book = sheaf_command_day (line, "on", &on, error)
                                   ? sheaf_command_open (line, SHEAF_BOOK_READ, error)
                                   : NULL;

  if (book == NULL)
    return FALSE;
  if (sheaf_date_is_none (on))
    on = sheaf_book_today (book);
  return write_card (line, book, output, on, error);
}

const SheafCommand sheaf_command_member = {
  .name = "member",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ ("one member's card on a day, with the numbers of its events"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
