/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Issues, reissues, exchanges, withdraws and prints certificates of contribution. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/certificate-due.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "documents/certificate-paper.h"
#include "ledger/party.h"

static const SheafCommandOption options[] = {
  { "date", "DAY", N_ ("the day; today when not given") },
  { "number", "TEXT", N_ ("the new certificate’s number; the next one when not given") },
  { "reason", "TEXT", N_ ("why: lost, damaged, what changed, membership ended") },
  { "due", NULL, N_ ("issue, exchange, withdraw: all that are due on the day, in one act") },
  { "original", NULL, N_ ("print: not marked as a reprint") },
  { NULL, NULL, NULL },
};

typedef struct
{
  const SheafCommandLine *line;
  SheafBook              *book;
  SheafDate               day;
  gint64                  party_id; /* 0: not given */
  SheafCertificateKind    event;
} Asked;

static gboolean
fail_usage (GError    **error,
            const char *text)
{
  g_set_error_literal (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE, text);
  return FALSE;
}

static gboolean
act_on_all (const Asked *asked,
            GError     **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *day = sheaf_date_to_text (asked->day);

  if (asked->party_id != 0 || sheaf_command_option (asked->line, "number") != NULL)
    return fail_usage (error, _ ("--due is for everyone: leave member and number out"));
  if (asked->event == SHEAF_CERTIFICATE_REISSUE)
    return fail_usage (error, _ ("which papers were lost is not known: reissue them one by one"));
  if (!sheaf_certificates_enter_due (asked->book, asked->event, asked->day,
                                     sheaf_command_option (asked->line, "reason"), &ids, error))
    return FALSE;
  sheaf_command_say (_ ("certificates on %s: %u"), day, ids->len);
  return TRUE;
}

static gboolean
act_on_one (const Asked *asked,
            GError     **error)
{
  const char      *number = sheaf_command_option (asked->line, "number");
  const char      *reason = sheaf_command_option (asked->line, "reason");
  const char      *code = sheaf_command_argument (asked->line, 2);
  g_autofree char *given = NULL;
  gboolean         done = FALSE;

  if (asked->party_id == 0)
    return fail_usage (error, _ ("name the member, or --due for all that are due"));
  switch (asked->event)
    {
    case SHEAF_CERTIFICATE_ISSUE:
      done = sheaf_certificate_issue (asked->book, asked->party_id, asked->day, number, &given,
                                      error);
      break;
    case SHEAF_CERTIFICATE_REISSUE:
      done = sheaf_certificate_reissue (asked->book, asked->party_id, asked->day, number, reason,
                                        &given, error);
      break;
    case SHEAF_CERTIFICATE_EXCHANGE:
      done = sheaf_certificate_exchange (asked->book, asked->party_id, asked->day, number, reason,
                                         &given, error);
      break;
    case SHEAF_CERTIFICATE_WITHDRAW:
    default:
      done = sheaf_certificate_withdraw (asked->book, asked->party_id, asked->day, reason, error);
    }
  if (done)
    sheaf_command_say ("%s %s%s%s", code, sheaf_certificate_kind_title (asked->event),
                       given != NULL ? " " : "", given != NULL ? given : "");
  return done;
}

/* A number, a member's code (the one in force on the day, or a draft of it), or all in force. */
static GPtrArray *
choose_papers (const SheafCommandLine *line,
               SheafBook              *book,
               SheafDate               day,
               GError                **error)
{
  const char *word = sheaf_command_argument (line, 2);
  gint64      party_id = word == NULL ? 0 : sheaf_party_find (book, word);
  g_autoptr (GPtrArray) papers = sheaf_certificates_on (book, day, error);
  g_autoptr (GPtrArray)
      chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_certificate_free);
  SheafCertificate *one = NULL;

  if (papers == NULL || word == NULL)
    return g_steal_pointer (&papers);
  for (guint i = 0; party_id != 0 && i < papers->len; i++)
    if (((SheafCertificate *) papers->pdata[i])->party_id == party_id)
      one = sheaf_certificate_copy (papers->pdata[i]);
  if (one == NULL)
    one = party_id != 0 ? sheaf_certificate_draft (book, party_id, day, error)
                        : sheaf_certificate_load (book, word, error);
  if (one == NULL)
    return NULL;
  g_ptr_array_add (chosen, one);
  return g_steal_pointer (&chosen);
}

static gboolean
print (const SheafCommandLine *line,
       GError                **error)
{
  const SheafCertificatePrint how = { sheaf_command_option (line, "lang"),
                                      sheaf_command_flag (line, "original") };
  const char                 *format = sheaf_command_option (line, "format");
  SheafDate                   day = SHEAF_DATE_NONE;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (format != NULL && !g_str_equal (format, "pdf"))
    return fail_usage (error, _ ("a certificate is a paper: take --format pdf"));
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  day = sheaf_book_today (book);
  papers = sheaf_command_day (line, "date", &day, error)
               ? choose_papers (line, book, day, error)
               : NULL;
  bytes = papers == NULL ? NULL : sheaf_certificate_paper_make (book, papers, &how, error);
  return bytes != NULL && sheaf_command_write (line, g_bytes_get_data (bytes, NULL),
                                               g_bytes_get_size (bytes), error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *word = sheaf_command_argument (line, 1);
  Asked       asked = { .line = line };
  g_autoptr (SheafBook) book = NULL;

  if (g_str_equal (word, "print"))
    return print (line, error);
  if (!sheaf_certificate_kind_from_word (word, &asked.event))
    return fail_usage (
        error, _ ("a certificate is issued, reissued, exchanged, withdrawn or printed: say issue, "
                  "reissue, exchange, withdraw or print"));
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL)
    return FALSE;
  asked.book = book;
  asked.day = sheaf_book_today (book);
  return sheaf_command_day (line, "date", &asked.day, error) &&
         sheaf_command_find_party (book, sheaf_command_argument (line, 2), &asked.party_id,
                                   error) &&
         (sheaf_command_flag (line, "due") ? act_on_all (&asked, error)
                                           : act_on_one (&asked, error));
}

const SheafCommand sheaf_command_certificate = {
  .name = "certificate",
  .arguments = "BOOK ACT [MEMBER|NUMBER]",
  .n_arguments = 2,
  .n_optional = 1,
  .summary = N_ ("certificates of contribution: issue, reissue, exchange, withdraw, print"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
