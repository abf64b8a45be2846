/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The co-op's own templates: rows of the same name, one after the other, are one template, cells as
 * they are typed. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/own-template.h"

#include <string.h>

enum
{
  TEMPLATE,
  KIND,
  TEXT,
  CELLS, /* then the cells of a draft's row, in their own order */
};

#define CELL(cell) [CELLS + SHEAF_DRAFT_##cell]

static const SheafImportColumn columns[] = {
  [TEMPLATE] = { "template", SHEAF_IMPORT_REQUIRED },
  [KIND] = { "kind", SHEAF_IMPORT_OPTIONAL },
  [TEXT] = { "voucher_description", SHEAF_IMPORT_OPTIONAL },
  CELL (DESCRIPTION) = { "description", SHEAF_IMPORT_OPTIONAL },
  CELL (DEBIT) = { "debit", SHEAF_IMPORT_OPTIONAL },
  CELL (CREDIT) = { "credit", SHEAF_IMPORT_OPTIONAL },
  CELL (AMOUNT) = { "amount", SHEAF_IMPORT_OPTIONAL },
  CELL (DEBIT_PARTY) = { "debit_party", SHEAF_IMPORT_OPTIONAL },
  CELL (CREDIT_PARTY) = { "credit_party", SHEAF_IMPORT_OPTIONAL },
  CELL (DEBIT_ITEM) = { "debit_item", SHEAF_IMPORT_OPTIONAL },
  CELL (CREDIT_ITEM) = { "credit_item", SHEAF_IMPORT_OPTIONAL },
  CELL (SCOPE) = { "scope", SHEAF_IMPORT_OPTIONAL },
  CELL (SCOPE_REASON) = { "scope_reason", SHEAF_IMPORT_OPTIONAL },
  CELL (DUE) = { "due", SHEAF_IMPORT_OPTIONAL },
  CELL (MEMO) = { "memo", SHEAF_IMPORT_OPTIONAL },
  CELL (DOCUMENT) = { "document", SHEAF_IMPORT_OPTIONAL },
  CELL (DOCUMENT_DATE) = { "document_date", SHEAF_IMPORT_OPTIONAL },
  CELL (PRODUCT) = { "product", SHEAF_IMPORT_OPTIONAL },
  CELL (QUANTITY) = { "quantity", SHEAF_IMPORT_OPTIONAL },
  CELL (SEASON) = { "season", SHEAF_IMPORT_OPTIONAL },
  CELL (PLAN) = { "plan", SHEAF_IMPORT_OPTIONAL },
  CELL (CURRENCY) = { "currency", SHEAF_IMPORT_OPTIONAL },
  CELL (DEBIT_FOREIGN) = { "debit_foreign", SHEAF_IMPORT_OPTIONAL },
  CELL (CREDIT_FOREIGN) = { "credit_foreign", SHEAF_IMPORT_OPTIONAL },
  CELL (RATE) = { "rate", SHEAF_IMPORT_OPTIONAL },
  CELL (DEBIT_CURRENCY) = { "debit_currency", SHEAF_IMPORT_OPTIONAL },
  CELL (CREDIT_CURRENCY) = { "credit_currency", SHEAF_IMPORT_OPTIONAL },
};

typedef struct
{
  SheafDraft *draft; /* under way; NULL between templates */
  char       *name;
  guint       line;   /* where it began */
  gboolean    is_bad; /* a row of it has a problem */
  GHashTable *seen;   /* names of the templates so far */
} State;

static gboolean
begin (SheafImport *import,
       GError     **error)
{
  (void) error;
  ((State *) import->state)->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return TRUE;
}

static void
drop (State *state)
{
  g_clear_pointer (&state->draft, sheaf_draft_free);
  g_clear_pointer (&state->name, g_free);
  state->is_bad = FALSE;
}

static void
clear (gpointer data)
{
  State *state = data;

  drop (state);
  g_clear_pointer (&state->seen, g_hash_table_unref);
}

static gboolean
is_there (SheafBook  *book,
          const char *name)
{
  g_autoptr (SheafDraft) draft = sheaf_own_template_use (book, name, NULL);

  return draft != NULL;
}

/* Keeps the template under way, whose problems are told where it began. */
static gboolean
keep (SheafImport *import,
      GError     **error)
{
  State   *state = import->state;
  GError  *problem = NULL;
  guint    line = import->line;
  gboolean row_is_bad = import->row_is_bad;
  gboolean done = TRUE;

  if (state->draft == NULL)
    return TRUE;
  import->line = state->line;
  if (!state->is_bad && is_there (import->book, state->name))
    sheaf_import_problem (import, TEMPLATE,
                          _ ("there is a template “%s” already, give this one another name"),
                          state->name);
  else if (!state->is_bad &&
           !sheaf_own_template_save (import->book, state->name, state->draft, &problem))
    done = sheaf_import_take_error (import, TEMPLATE, problem, error);
  import->line = line;
  import->row_is_bad = row_is_bad;
  drop (state);
  return done;
}

static void
start (SheafImport *import,
       const char  *name)
{
  State *state = import->state;

  state->draft = sheaf_draft_new (sheaf_import_text (import, KIND));
  sheaf_draft_set (&state->draft->kind, sheaf_import_text (import, KIND));
  sheaf_draft_set (&state->draft->description, sheaf_import_text (import, TEXT));
  state->name = g_strdup (name);
  state->line = import->line;
  if (!g_hash_table_add (state->seen, g_strdup (name)))
    sheaf_import_problem (import, TEMPLATE,
                          _ ("template “%s” stands further up already, put its rows together"),
                          name);
}

static void
compare (SheafImport *import,
         guint        column,
         const char  *first)
{
  if (strcmp (sheaf_import_text (import, column), first) != 0)
    sheaf_import_problem (import, (int) column,
                          _ ("the rows of a template have one kind and one description, write "
                             "what its first row has"));
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  State         *state = import->state;
  const char    *name = sheaf_import_text (import, TEMPLATE);
  SheafDraftRow *row;

  if (*name == '\0')
    return TRUE; /* told as missing */
  if (state->draft == NULL || strcmp (state->name, name) != 0)
    {
      if (!keep (import, error))
        return FALSE;
      start (import, name);
    }
  else
    {
      compare (import, KIND, state->draft->kind);
      compare (import, TEXT, state->draft->description);
    }
  row = sheaf_draft_add_row (state->draft);
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    sheaf_draft_set (&row->cells[i], sheaf_import_text (import, CELLS + i));
  state->is_bad = state->is_bad || import->row_is_bad;
  return TRUE;
}

const SheafImportKind sheaf_import_templates = {
  .name = "templates",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (State),
  .begin = begin,
  .row = read_record,
  .finish = keep,
  .clear = clear,
};
