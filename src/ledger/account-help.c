/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help is asked for one account at a time, so that its file is read anew each time. */
#include "ledger/account-help.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/error.h"

#include <string.h>

enum
{
  CODE,
  BELONGS_VI,
  BELONGS_EN,
  BELONGS_FR,
  KEEP_VI,
  KEEP_EN,
  KEEP_FR,
  N_COLUMNS
};

void
sheaf_account_help_free (SheafAccountHelp *help)
{
  if (help == NULL)
    return;
  g_free (help->belongs);
  g_free (help->keep);
  g_free (help->source);
  g_free (help);
}

static const char *
field_in (char      **fields,
          guint       first,
          const char *language)
{
  guint place = g_strcmp0 (language, "en") == 0 ? 1 : g_strcmp0 (language, "fr") == 0 ? 2
                                                                                      : 0;

  return *fields[first + place] != '\0' ? fields[first + place] : fields[first];
}

/* The group of level 1 that the account lies under, or itself. */
static const SheafAccount *
find_root (const SheafChart   *chart,
           const SheafAccount *account)
{
  const SheafAccount *parent = sheaf_chart_by_id (chart, account->parent_id);

  return parent == NULL ? account : find_root (chart, parent);
}

/* Takes what a line says when it is about the account or one above it; nearer ones replace what
 * farther ones said. The first line, without a code, is the source. */
static void
take_line (SheafAccountHelp   *help,
           const SheafAccount *account,
           char              **fields,
           const char         *language,
           gsize              *longest)
{
  gsize       length = strlen (fields[CODE]);
  const char *keep = field_in (fields, KEEP_VI, language);

  if (length == 0)
    {
      g_free (help->source);
      help->source = g_strdup (field_in (fields, BELONGS_VI, language));
      return;
    }
  if (!g_str_has_prefix (account->code, fields[CODE]) || length < *longest)
    return;
  *longest = length;
  g_free (help->belongs);
  help->belongs = g_strdup (field_in (fields, BELONGS_VI, language));
  if (*keep == '\0')
    return;
  g_free (help->keep);
  help->keep = g_strdup (keep);
}

SheafAccountHelp *
sheaf_account_help (SheafBook          *book,
                    const SheafAccount *account,
                    const char         *language,
                    GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autofree char  *id = sheaf_setting_find (book, "chart");
  g_autofree char  *name = g_strdup_printf ("charts/%s.help.csv", id);
  g_autofree char  *text = sheaf_data_load (book, name, NULL);
  g_autoptr (SheafAccountHelp) help = g_new0 (SheafAccountHelp, 1);
  g_autoptr (SheafCsvReader) reader = NULL;
  g_autoptr (GString) source = NULL;
  const GPtrArray *fields;
  gsize            longest = 0;

  if (chart == NULL)
    return NULL;
  help->belongs = g_strdup ("");
  help->keep = g_strdup ("");
  help->source = g_strdup ("");
  reader = sheaf_csv_reader_open_text (text == NULL ? "" : text);
  (void) sheaf_csv_reader_next (reader, NULL); /* the header */
  while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      if (fields->len != N_COLUMNS)
        {
          g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                       _ ("line %u of the data file %s cannot be understood: install the program "
                          "again"),
                       sheaf_csv_reader_line (reader), name);
          return NULL;
        }
      take_line (help, account, (char **) fields->pdata, language, &longest);
    }
  source = g_string_new (help->source);
  g_string_replace (source, "{account}", find_root (chart, account)->code, 0);
  g_free (help->source);
  help->source = g_string_free (g_steal_pointer (&source), FALSE);
  return g_steal_pointer (&help);
}
