/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with groups, decimals and units of a language; kept in millionths of a đồng in 128 bits.
 * Sums after "=" are worked out by base/arithmetic. */
#include "app/amount-text.h"

#include "base/arithmetic.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

#define ONE ((SheafWide) 1000000)

typedef struct
{
  const char *at;
  char        decimal_sign;
  gboolean    expression;
  gboolean    failed;
} Reader;

static gboolean
fail (Reader *reader)
{
  reader->failed = TRUE;
  return FALSE;
}

static void
skip_blanks (Reader *reader)
{
  while (*reader->at == ' ')
    reader->at++;
}

/* Three digits follow, and no fourth. */
static gboolean
group_follows (const char *at)
{
  return g_ascii_isdigit (at[0]) && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) &&
         !g_ascii_isdigit (at[3]);
}

/* The unit after a number: k, tr (million), ty (thousand million). Text is folded, so that "tỷ"
 * reads "ty". */
static SheafWide
read_unit (Reader *reader)
{
  static const struct
  {
    const char *word;
    gint64      factor;
  } units[] = {
    { "trieu", 1000000 },
    { "tr", 1000000 },
    { "ty", 1000000000 },
    { "ti", 1000000000 },
    { "nghin", 1000 },
    { "ngan", 1000 },
    { "k", 1000 },
    { "m", 1000000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i].word);

      if (strncmp (reader->at, units[i].word, length) == 0 && !g_ascii_isalpha (reader->at[length]))
        {
          reader->at += length;
          return units[i].factor;
        }
    }
  return 1;
}

static gboolean
add_digit (SheafWide *value,
           char       digit)
{
  return !__builtin_mul_overflow (*value, (SheafWide) 10, value) &&
         !__builtin_add_overflow (*value, (SheafWide) (digit - '0'), value);
}

/* Decides whether the sign at the reader parts a group of three (TRUE) or begins decimals
 * (FALSE). */
static gboolean
is_group_sign (const Reader *reader,
               guint         leading_digits,
               char          group_sign)
{
  const char *at = reader->at;

  if (!group_follows (at + 1))
    return FALSE;
  if (group_sign != '\0')
    return *at == group_sign;
  if (leading_digits > 3)
    return FALSE;
  /* 1.250 followed by another group is surely grouped; alone, and in a place where decimals make
   * sense, the language decides. */
  if (at[4] == *at && group_follows (at + 5))
    return TRUE;
  if (*at != reader->decimal_sign)
    return TRUE;
  return !reader->expression && !g_ascii_isalpha (at[4]);
}

static gboolean
read_decimals (Reader    *reader,
               SheafWide *value)
{
  SheafWide place = ONE;

  reader->at++;
  if (!g_ascii_isdigit (*reader->at))
    return fail (reader);
  for (; g_ascii_isdigit (*reader->at); reader->at++)
    {
      place /= 10;
      if (place == 0)
        return fail (reader);
      *value += (*reader->at - '0') * place;
    }
  return TRUE;
}

static gboolean
read_number (Reader    *reader,
             SheafWide *ret_value)
{
  SheafWide value = 0;
  SheafWide unit;
  guint     digits = 0;
  gboolean  has_decimals = FALSE;
  char      group_sign = '\0';

  if (!g_ascii_isdigit (*reader->at))
    return fail (reader);
  for (;;)
    {
      if (g_ascii_isdigit (*reader->at))
        {
          if (!add_digit (&value, *reader->at++) || ++digits > 18)
            return fail (reader);
        }
      else if (*reader->at != '\0' && strchr (".,' ", *reader->at) != NULL &&
               is_group_sign (reader, digits, group_sign))
        group_sign = *reader->at++;
      else
        break;
    }
  value *= ONE;
  if (*reader->at == '.' || *reader->at == ',')
    {
      if (*reader->at == group_sign || !read_decimals (reader, &value))
        return fail (reader);
      has_decimals = TRUE;
    }
  skip_blanks (reader);
  unit = read_unit (reader);
  if (has_decimals && unit == 1 && !reader->expression)
    return fail (reader);
  if (__builtin_mul_overflow (value, unit, &value))
    return fail (reader);
  *ret_value = value;
  return TRUE;
}

/* A number within a sum, for base's calculator. */
static gboolean
read_number_cb (const char   **at,
                gpointer       data,
                SheafFraction *ret_number)
{
  Reader   *reader = data;
  SheafWide value;

  reader->at = *at;
  if (!read_number (reader, &value))
    return FALSE;
  *at = reader->at;
  *ret_number = (SheafFraction){ value, ONE };
  return TRUE;
}

/* Folded, with every kind of blank as a plain one. */
static char *
prepare_text (const char *text)
{
  g_autofree char *folded = sheaf_text_fold (text);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        g_string_append_c (plain, ' ');
      else if (c != 0x20ab) /* the đồng sign */
        g_string_append_unichar (plain, c);
    }
  return g_strdup (g_strstrip (plain->str));
}

static gboolean
fail_range (const char *text,
            GError    **error)
{
  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_RANGE,
               _ ("“%s” is out of range: an amount is more than 0 and has at most 18 digits"),
               text);
  return FALSE;
}

static gboolean
fail_text (const char *text,
           GError    **error)
{
  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID,
               _ ("“%s” is not an amount: type 1500000, 1,5tr or =250*6000"), text);
  return FALSE;
}

static gboolean
read_plain (Reader    *reader,
            SheafWide *ret_units)
{
  SheafWide value;

  if (!read_number (reader, &value))
    return FALSE;
  skip_blanks (reader);
  *ret_units = (value + ONE / 2) / ONE;
  return *reader->at == '\0';
}

gboolean
sheaf_amount_text_parse (const char *text,
                         const char *language,
                         SheafMoney *ret_amount,
                         GError    **error)
{
  g_autofree char *plain = prepare_text (text);
  Reader           reader = { .at = plain, .expression = *plain == '=' };
  SheafMoney       result = SHEAF_MONEY_ZERO;
  SheafWide        units = 0;
  g_autoptr (GError) why = NULL;

  reader.decimal_sign = strcmp (language, "en") == 0 ? '.' : ',';
  if (!reader.expression && !read_plain (&reader, &units))
    return fail_text (text, error);
  if (reader.expression)
    {
      if (!sheaf_arithmetic_evaluate (plain + 1, read_number_cb, &reader, &result, &why))
        return g_error_matches (why, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_RANGE)
                   ? fail_range (text, error)
                   : fail_text (text, error);
      units = result.units;
    }
  if (units <= 0 || units > SHEAF_MONEY_MAX)
    return fail_range (text, error);
  *ret_amount = SHEAF_MONEY ((gint64) units);
  return TRUE;
}
