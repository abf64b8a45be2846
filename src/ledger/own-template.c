/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own templates are drafts kept under a name. Rows are only added: the latest of a name counts. */
#include "ledger/own-template.h"

#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/own-template-sql.h"
#include "ledger/recurrence.h"
#include "store/query.h"

#include <string.h>

#define NAME_MAX_LETTERS 60

void
sheaf_own_template_free (SheafOwnTemplate *template)
{
  if (template == NULL)
    return;
  g_free (template->name);
  g_free (template->description);
  g_free (template);
}

/* An empty body takes the template away. */
static gboolean
write_body (SheafBook       *book,
            const char      *name,
            SheafVoucherKind kind,
            const char      *body,
            GError         **error)
{
  g_autofree char *fold = sheaf_text_fold (name);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "template", name, error);

  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), OWN_TEMPLATE_INSERT,
                          SHEAF_ARGS (SHEAF_TEXT (name), SHEAF_TEXT (fold), SHEAF_INT (kind),
                                      SHEAF_TEXT (body), SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

/* What is kept: kind, description and rows. */
static char *
body_of (const SheafDraft *draft,
         GError          **error)
{
  g_autofree char *text = sheaf_draft_to_text (draft);
  g_autoptr (SheafDraft) kept = sheaf_draft_from_text (text, error);

  if (kept == NULL)
    return NULL;
  sheaf_draft_set (&kept->date, NULL);
  sheaf_draft_set (&kept->number, NULL);
  g_ptr_array_set_size (kept->invoices, 0);
  return sheaf_draft_to_text (kept);
}

gboolean
sheaf_own_template_save (SheafBook        *book,
                         const char       *name,
                         const SheafDraft *draft,
                         GError          **error)
{
  g_autofree char *clean = name != NULL ? sheaf_text_clean (name, -1) : NULL;
  SheafVoucherKind kind = 0;
  g_autofree char *body = NULL;

  if (clean == NULL || *clean == '\0' || g_utf8_strlen (clean, -1) > NAME_MAX_LETTERS)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TEMPLATE,
                   _ ("a template needs a name of 1 to 60 letters: give it one"));
      return FALSE;
    }
  if (draft->rows->len == 0)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TEMPLATE,
                   _ ("template “%s” has no row: fill in at least one account"), clean);
      return FALSE;
    }
  if (!sheaf_voucher_kind_from_word (draft->kind, &kind))
    kind = 0;
  body = body_of (draft, error);
  return body != NULL && write_body (book, clean, kind, body, error);
}

/* TRUE when every word begins somewhere in the folded name. */
static gboolean
has_words (const char *fold,
           char      **words)
{
  for (char **word = words; word != NULL && *word != NULL; word++)
    if (strstr (fold, *word) == NULL)
      return FALSE;
  return TRUE;
}

static SheafOwnTemplate *
read_row (const SheafQuery *query)
{
  g_autoptr (SheafDraft) draft = sheaf_draft_from_text (sheaf_query_text (query, 3), NULL);
  SheafOwnTemplate *template = g_new0 (SheafOwnTemplate, 1);

  template->name = g_strdup (sheaf_query_text (query, 0));
  template->kind = (SheafVoucherKind) sheaf_query_int (query, 2);
  template->description = g_strdup (draft != NULL ? draft->description : "");
  template->rows = draft != NULL ? draft->rows->len : 0;
  return template;
}

GPtrArray *
sheaf_own_template_list (SheafBook  *book,
                         const char *words,
                         GError    **error)
{
  g_autoptr (GPtrArray)
      templates = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_own_template_free);
  g_autofree char *fold = sheaf_text_fold (words != NULL ? words : "");
  g_auto (GStrv) parts = g_strsplit (fold, " ", -1);
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), OWN_TEMPLATE_LIST, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    if (has_words (sheaf_query_text (query, 1), parts))
      g_ptr_array_add (templates, read_row (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&templates) : NULL;
}

/* The text of a template that stands; NULL with an error when there is none. */
static char *
load_body (SheafBook  *book,
           const char *name,
           GError    **error)
{
  g_autofree char *body = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), OWN_TEMPLATE_FIND,
                             SHEAF_ARGS (SHEAF_TEXT (name)), &body, error))
    return NULL;
  if (body != NULL && *body != '\0')
    return g_steal_pointer (&body);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND,
               _ ("there is no template “%s”: choose one of the list of templates"), name);
  return NULL;
}

SheafDraft *
sheaf_own_template_use (SheafBook  *book,
                        const char *name,
                        GError    **error)
{
  g_autofree char *body = load_body (book, name, error);

  return body != NULL ? sheaf_draft_from_text (body, error) : NULL;
}

static gboolean
is_recurring (SheafBook  *book,
              const char *name,
              gboolean   *ret_recurring,
              GError    **error)
{
  g_autoptr (GPtrArray) recurrences = sheaf_recurrence_list (book, error);

  if (recurrences == NULL)
    return FALSE;
  *ret_recurring = FALSE;
  for (guint i = 0; i < recurrences->len; i++)
    if (strcmp (((SheafRecurrence *) recurrences->pdata[i])->template_name, name) == 0)
      *ret_recurring = TRUE;
  return TRUE;
}

gboolean
sheaf_own_template_drop (SheafBook  *book,
                         const char *name,
                         GError    **error)
{
  g_autofree char *body = load_body (book, name, error);
  gboolean         recurring;

  if (body == NULL || !is_recurring (book, name, &recurring, error))
    return FALSE;
  if (!recurring)
    return write_body (book, name, 0, "", error);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TEMPLATE,
               _ ("template “%s” comes again by itself: end its recurring entry first"), name);
  return FALSE;
}
