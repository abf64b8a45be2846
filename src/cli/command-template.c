/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the co-op's own templates: kept, shown, used, dropped. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/draft-output.h"
#include "cli/error.h"
#include "cli/voucher-argument.h"
#include "ledger/own-template.h"

#include <inttypes.h>
#include <string.h>

static const SheafCommandOption options[] = {
  { "from", "KIND/NUMBER", N_ ("keeps a posted voucher under the name") },
  SHEAF_COMMAND_VOUCHER_YEAR,
  { "from-draft", "N", N_ ("keeps draft N under the name") },
  { "replace", NULL, N_ ("with --from or --from-draft: in place of the template of that name") },
  { "drop", NULL, N_ ("takes the template away") },
  { "use", NULL, N_ ("makes a draft of it") },
  { "date", "DAY", N_ ("with --use: the day; today when not given") },
  { "amount", "ROW=N,…", N_ ("with --use: amounts of rows, counted from 1; sums such as "
                             "2==250*6000 too") },
  { "post", NULL, N_ ("with --use: posts it instead of keeping a draft") },
  { NULL, NULL, NULL },
};

/* A template is not replaced by mistake. */
static gboolean
check_new (SheafCommandLine *line,
           SheafBook        *book,
           const char       *name,
           GError          **error)
{
  g_autoptr (SheafDraft) draft = sheaf_own_template_use (book, name, NULL);

  if (draft == NULL || sheaf_command_flag (line, "replace"))
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("there is a template “%s” already: give --replace, or another name"), name);
  return FALSE;
}

static gboolean
keep (SheafCommandLine *line,
      SheafBook        *book,
      const char       *name,
      GError          **error)
{
  g_autoptr (SheafDraft) draft = NULL;
  guint  number = 0;
  gint64 id;

  if (sheaf_command_option (line, "from-draft") != NULL)
    {
      if (!sheaf_command_number (line, "from-draft", 1, G_MAXINT, &number, error))
        return FALSE;
      draft = sheaf_draft_load (book, number, error);
    }
  else if (sheaf_command_find_named_voucher (line, book, sheaf_command_option (line, "from"), &id,
                                             error))
    draft = sheaf_voucher_copy (book, id, error);
  return draft != NULL && check_new (line, book, name, error) &&
         sheaf_own_template_save (book, name, draft, error);
}

/* Takes "ROW=N" of --amount. */
static gboolean
take_amount (SheafDraft *draft,
             const char *text,
             GError    **error)
{
  const char      *sign = strchr (text, '=');
  g_autofree char *row = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;
  guint64          number;

  if (row != NULL && g_ascii_string_to_unsigned (row, 10, 1, draft->rows->len, &number, NULL))
    {
      SheafDraftRow *cells = draft->rows->pdata[number - 1];

      sheaf_draft_set (&cells->cells[SHEAF_DRAFT_AMOUNT], sign + 1);
      return TRUE;
    }
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("--amount %s cannot be taken: write ROW=AMOUNT with a row from 1 to %u"), text,
               draft->rows->len);
  return FALSE;
}

static gboolean
fill (SheafCommandLine *line,
      SheafBook        *book,
      SheafDraft       *draft,
      GError          **error)
{
  const char *amounts = sheaf_command_option (line, "amount");
  g_auto (GStrv) parts = g_strsplit (amounts != NULL ? amounts : "", ",", -1);
  SheafDate        day = sheaf_book_today (book);
  g_autofree char *text = NULL;

  if (!sheaf_command_day (line, "date", &day, error))
    return FALSE;
  text = sheaf_date_to_text (day);
  sheaf_draft_set (&draft->date, text);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!take_amount (draft, parts[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
post (SheafBook  *book,
      SheafDraft *draft,
      GError    **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) voucher = NULL;
  gint64   id;
  gboolean done = sheaf_draft_post (book, draft, NULL, NULL, problems, &id, error);

  sheaf_command_print_problems (problems);
  voucher = done ? sheaf_voucher_load (book, id, error) : NULL;
  if (voucher != NULL)
    sheaf_command_say (_ ("Voucher %s is posted."), voucher->number);
  return voucher != NULL;
}

static gboolean
use (SheafCommandLine *line,
     SheafBook        *book,
     const char       *name,
     GError          **error)
{
  g_autoptr (SheafDraft) draft = sheaf_own_template_use (book, name, error);

  if (draft == NULL || !fill (line, book, draft, error))
    return FALSE;
  if (sheaf_command_flag (line, "post"))
    return post (book, draft, error);
  if (!sheaf_draft_save (book, draft, NULL, error))
    return FALSE;
  sheaf_command_say (_ ("Draft %" PRId64 " is kept."), draft->id);
  return TRUE;
}

static gboolean
show (SheafCommandLine *line,
      SheafBook        *book,
      const char       *name,
      GError          **error)
{
  g_autoptr (SheafDraft) draft = sheaf_own_template_use (book, name, error);

  return draft != NULL && sheaf_draft_output (line, draft, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *name = sheaf_command_argument (line, 1);
  gboolean    keeps = sheaf_command_option (line, "from") != NULL ||
                   sheaf_command_option (line, "from-draft") != NULL;
  gboolean uses = sheaf_command_flag (line, "use");
  gboolean drops = sheaf_command_flag (line, "drop");
  g_autoptr (SheafBook) book = NULL;

  if (keeps + uses + drops > 1)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“template” does one thing: give one of --from, --from-draft, --use, "
                      "--drop"));
      return FALSE;
    }
  book = sheaf_command_open (line, keeps || uses || drops ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ,
                             error);
  if (book == NULL)
    return FALSE;
  if (keeps)
    return keep (line, book, name, error);
  if (uses)
    return use (line, book, name, error);
  return drops ? sheaf_own_template_drop (book, name, error) : show (line, book, name, error);
}

const SheafCommand sheaf_command_template = {
  .name = "template",
  .arguments = "BOOK NAME",
  .n_arguments = 2,
  .summary = N_ ("keeps, shows, uses or takes away an own template"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
