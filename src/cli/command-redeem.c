/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Redeems notices of allocation and retains. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "cli/output.h"
#include "notices/redeem.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the plan whose payments take it along; the year before --date") },
  { "date", "DAY", N_ ("the day of the entry") },
  { "order", "WORD", N_ ("oldest, oldest-member or part; the law pack’s when not given") },
  { "amount", "N", N_ ("how much in all; everything that is chosen when not given") },
  { "part", "RATE", N_ ("with --order part: this part of everything, for example 0.1") },
  { "through", "YYYY", N_ ("only layers up to this year of origin") },
  { "age", "N", N_ ("only of members of so many years") },
  { "member", "CODE", N_ ("only of this member, as on leaving") },
  { "resolution", "TEXT", N_ ("who decided it") },
  { "preview", NULL, N_ ("shows what would be redeemed, without entering it") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "year", N_ ("Year"), SHEAF_OUTPUT_TEXT },
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "open", N_ ("Open"), SHEAF_OUTPUT_AMOUNT },
  { "amount", N_ ("Redeemed"), SHEAF_OUTPUT_AMOUNT },
};

static gboolean
refuse_word (const char *option,
             const char *value,
             GError    **error)
{
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("--%s %s cannot be read: “sheaf-cli redeem --help” tells what it takes"), option,
               value);
  return FALSE;
}

static gboolean
read_order (const SheafCommandLine *line,
            SheafBook              *book,
            SheafRedemption        *spec,
            GError                **error)
{
  const char *order = sheaf_command_option (line, "order");
  const char *part = sheaf_command_option (line, "part");
  g_autoptr (SheafNoticeLaw) law = sheaf_notice_law_load (book, spec->date, error);

  if (law == NULL)
    return FALSE;
  spec->order = part != NULL ? SHEAF_REDEEM_PART : law->order;
  if (order != NULL && !sheaf_redeem_order_from_word (order, &spec->order))
    return refuse_word ("order", order, error);
  if (part != NULL && spec->amount.units != 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--part and --amount both say how much: give one of them"));
      return FALSE;
    }
  if (part != NULL && (spec->order != SHEAF_REDEEM_PART ||
                       !sheaf_rate_parse (part, &spec->part, NULL) ||
                       spec->part.millionths <= 0 || spec->part.millionths > 1000000))
    return refuse_word ("part", part, error);
  if (spec->order == SHEAF_REDEEM_PART && part == NULL && spec->amount.units == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--order part needs --part or --amount: say how much"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_spec (const SheafCommandLine *line,
           SheafBook              *book,
           SheafRedemption        *spec,
           GError                **error)
{
  const char *amount = sheaf_command_option (line, "amount");
  guint       year, through = 0;

  if (!sheaf_command_need_day (line, "date", &spec->date, error))
    return FALSE;
  year = (guint) sheaf_date_year (spec->date) - 1;
  if (!sheaf_command_number (line, "year", 1900, 2999, &year, error) ||
      !sheaf_command_number (line, "through", 1900, 2999, &through, error) ||
      !sheaf_command_number (line, "age", 1, 150, &spec->age, error) ||
      !sheaf_command_find_party (book, sheaf_command_option (line, "member"), &spec->party_id,
                                 error))
    return FALSE;
  spec->year = (int) year;
  spec->through = (int) through;
  spec->resolution = sheaf_command_option (line, "resolution");
  if (amount != NULL &&
      (!sheaf_money_parse (amount, &spec->amount, NULL) || spec->amount.units <= 0))
    return refuse_word ("amount", amount, error); /* 0 would be everything */
  return read_order (line, book, spec, error);
}

static gboolean
output_lines (const SheafCommandLine *line,
              const GArray           *lines,
              GError                **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < lines->len; i++)
    {
      const SheafRedeemLine *one = &g_array_index (lines, SheafRedeemLine, i);
      g_autofree char       *year = g_strdup_printf ("%d", one->notice->year);

      sheaf_output_text (output, year);
      sheaf_output_text (output, one->notice->code);
      sheaf_output_text (output, one->notice->name);
      sheaf_output_text (output, sheaf_output_is_text (output)
                                     ? sheaf_notice_kind_title (one->notice->kind)
                                     : sheaf_notice_kind_to_word (one->notice->kind));
      sheaf_output_amount (output, one->notice->left);
      sheaf_output_amount (output, one->amount);
    }
  return sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const gboolean preview = sheaf_command_flag (line, "preview");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = sheaf_command_open (
      line, preview ? SHEAF_BOOK_READ : SHEAF_BOOK_WRITE, error);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GArray) lines = NULL;
  SheafRedemption spec = { .order = SHEAF_REDEEM_OLDEST };
  gboolean        done = TRUE;

  if (book == NULL || !read_spec (line, book, &spec, error))
    return FALSE;
  if (preview)
    lines = sheaf_redeem_preview (book, &spec, problems, &notices, error);
  else
    done = sheaf_redeem_post (book, &spec, problems, NULL, &notices, &lines, error);
  sheaf_command_print_warnings (problems);
  return done && lines != NULL && output_lines (line, lines, error);
}

const SheafCommand sheaf_command_redeem = {
  .name = "redeem",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("redeems notices of allocation and retains, oldest layers first"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
