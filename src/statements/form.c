/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form in memory: finding its lines, its words in a language. */
#include "statements/form.h"

#include "statements/form-private.h"
#include "statements/words.h"

static const char *const LANGUAGES[SHEAF_FORM_LANGUAGES] = { "vi", "en", "fr" };

static void
free_line (gpointer data)
{
  SheafFormLine *line = data;

  for (gsize i = 0; i < SHEAF_FORM_LANGUAGES; i++)
    g_free (line->labels[i]);
  g_free (line->line);
  g_free (line->note);
  sheaf_rule_free (line->rule);
  g_free (line);
}

static void
free_check (gpointer data)
{
  SheafFormCheck *check = data;

  g_free (check->name);
  g_free (check->text);
  sheaf_rule_free (check->left);
  sheaf_rule_free (check->right);
  g_free (check);
}

SheafForm *
sheaf_form_new (const char *code)
{
  SheafForm *form = g_new0 (SheafForm, 1);

  form->code = g_strdup (code);
  form->lines = g_ptr_array_new_with_free_func (free_line);
  form->checks = g_ptr_array_new_with_free_func (free_check);
  form->order = g_array_new (FALSE, FALSE, sizeof (guint));
  form->words = g_key_file_new ();
  g_key_file_set_list_separator (form->words, '|');
  return form;
}

void
sheaf_form_free (SheafForm *form)
{
  if (form == NULL)
    return;
  g_free (form->code);
  g_ptr_array_unref (form->lines);
  g_ptr_array_unref (form->checks);
  g_array_unref (form->order);
  g_clear_pointer (&form->words, g_key_file_unref);
  g_free (form);
}

const SheafFormLine *
sheaf_form_find_line (const SheafForm *form,
                      const char      *line,
                      guint           *ret_index)
{
  for (guint i = 0; i < form->lines->len; i++)
    {
      const SheafFormLine *candidate = form->lines->pdata[i];

      if (candidate->line == NULL || !g_str_equal (candidate->line, line))
        continue;
      if (ret_index != NULL)
        *ret_index = i;
      return candidate;
    }
  return NULL;
}

char *
sheaf_form_text (const SheafForm *form,
                 const char      *key,
                 const char      *language)
{
  return sheaf_words_text (form->words, key, language);
}

char **
sheaf_form_list (const SheafForm *form,
                 const char      *key,
                 const char      *language)
{
  return sheaf_words_list (form->words, key, language);
}

SheafFormLanguage
sheaf_form_language (const char *language)
{
  for (gsize i = 0; i < SHEAF_FORM_LANGUAGES; i++)
    if (g_strcmp0 (LANGUAGES[i], language) == 0)
      return (SheafFormLanguage) i;
  return SHEAF_FORM_EN;
}
