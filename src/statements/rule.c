/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads rules by recursive descent; the cursor's place is the place of the error. */
#include "statements/rule.h"

#include "base/i18n.h"
#include "statements/error.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *at;
  GError    **error;
} Cursor;

static const struct
{
  const char       *name;
  SheafRuleFunction function;
} FUNCTIONS[] = {
  { "DB", SHEAF_RULE_DEBIT_BALANCE },
  { "CB", SHEAF_RULE_CREDIT_BALANCE },
  { "DO", SHEAF_RULE_DEBIT_OPENING },
  { "DBd", SHEAF_RULE_DEBIT_DETAILS },
  { "CBd", SHEAF_RULE_CREDIT_DETAILS },
  { "DT", SHEAF_RULE_DEBIT_TURNOVER },
  { "CT", SHEAF_RULE_CREDIT_TURNOVER },
  { "XT", SHEAF_RULE_CROSS_TURNOVER },
  { "L", SHEAF_RULE_LINE },
};

static void
free_term (gpointer data)
{
  SheafRuleTerm *term = data;

  g_strfreev (term->accounts);
  g_strfreev (term->credits);
  g_free (term->line);
  g_free (term->text);
  g_free (term);
}

static gboolean
fail (Cursor     *cursor,
      const char *what)
{
  long character = g_utf8_pointer_to_offset (cursor->text, cursor->at) + 1;

  g_set_error (cursor->error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_RULE,
               _ ("character %ld: %s"), character, what);
  return FALSE;
}

static void
skip_blanks (Cursor *cursor)
{
  while (*cursor->at == ' ')
    cursor->at++;
}

/* Steps over the mark if it is next. */
static gboolean
take (Cursor     *cursor,
      const char *mark)
{
  skip_blanks (cursor);
  if (!g_str_has_prefix (cursor->at, mark))
    return FALSE;
  cursor->at += strlen (mark);
  return TRUE;
}

static gboolean
expect (Cursor     *cursor,
        const char *mark)
{
  g_autofree char *what = NULL;

  if (take (cursor, mark))
    return TRUE;
  what = g_strdup_printf (_ ("“%s” is missing here"), mark);
  return fail (cursor, what);
}

/* A run of letters, digits and points: an account, a line or a function's name. NULL when there is
 * none. */
static char *
take_word (Cursor *cursor)
{
  const char *from;

  skip_blanks (cursor);
  from = cursor->at;
  while (g_ascii_isalnum (*cursor->at) || *cursor->at == '.')
    cursor->at++;
  return cursor->at == from ? NULL : g_strndup (from, (gsize) (cursor->at - from));
}

/* 511+512: one or more account codes; they begin with a digit. */
static char **
parse_accounts (Cursor *cursor)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  do
    {
      char *code;

      skip_blanks (cursor);
      if (!g_ascii_isdigit (*cursor->at))
        {
          (void) fail (cursor, _ ("an account number must stand here"));
          return NULL;
        }
      code = take_word (cursor);
      g_ptr_array_add (codes, code);
    }
  while (take (cursor, "+"));
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

static gboolean
parse_arguments (Cursor        *cursor,
                 SheafRuleTerm *term)
{
  if (!expect (cursor, "("))
    return FALSE;
  if (term->function == SHEAF_RULE_LINE)
    {
      term->line = take_word (cursor);
      if (term->line == NULL)
        return fail (cursor, _ ("the code of a line must stand here"));
      return expect (cursor, ")");
    }
  if (term->function == SHEAF_RULE_CROSS_TURNOVER)
    {
      if (!expect (cursor, "Dr ") || (term->accounts = parse_accounts (cursor)) == NULL ||
          !expect (cursor, ",") || !expect (cursor, "Cr "))
        return FALSE;
      term->credits = parse_accounts (cursor);
      return term->credits != NULL && expect (cursor, ")");
    }
  term->accounts = parse_accounts (cursor);
  return term->accounts != NULL && expect (cursor, ")");
}

static gboolean
parse_function (Cursor        *cursor,
                SheafRuleTerm *term)
{
  g_autofree char *word = NULL;
  const char      *from;

  skip_blanks (cursor);
  from = cursor->at;
  word = take_word (cursor);
  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (FUNCTIONS); i++)
    if (g_str_equal (word, FUNCTIONS[i].name))
      {
        term->function = FUNCTIONS[i].function;
        return TRUE;
      }
  cursor->at = from;
  return fail (cursor, _ ("one of DB, CB, DO, DBd, CBd, DT, CT, XT, L must stand here"));
}

static gboolean
parse_term (Cursor    *cursor,
            int        sign,
            GPtrArray *terms)
{
  SheafRuleTerm *term = g_new0 (SheafRuleTerm, 1);
  const char    *from;

  g_ptr_array_add (terms, term);
  term->sign = sign;
  skip_blanks (cursor);
  from = cursor->at;
  if (!parse_function (cursor, term) || !parse_arguments (cursor, term))
    return FALSE;
  term->text = g_strndup (from, (gsize) (cursor->at - from));
  return TRUE;
}

SheafRule *
sheaf_rule_parse (const char *text,
                  GError    **error)
{
  g_autoptr (SheafRule) rule = g_new0 (SheafRule, 1);
  Cursor cursor = { .text = text, .at = text, .error = error };
  int    sign;

  g_return_val_if_fail (text != NULL, NULL);

  rule->terms = g_ptr_array_new_with_free_func (free_term);
  sign = take (&cursor, "-") ? -1 : 1;
  do
    {
      if (!parse_term (&cursor, sign, rule->terms))
        return NULL;
      sign = take (&cursor, "+") ? 1 : take (&cursor, "-") ? -1
                                                           : 0;
    }
  while (sign != 0);
  skip_blanks (&cursor);
  if (*cursor.at != '\0')
    {
      (void) fail (&cursor, _ ("only + or - may follow a term"));
      return NULL;
    }
  return g_steal_pointer (&rule);
}

void
sheaf_rule_free (SheafRule *rule)
{
  if (rule == NULL)
    return;
  g_ptr_array_unref (rule->terms);
  g_free (rule);
}
