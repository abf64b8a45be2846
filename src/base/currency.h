/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Currencies by their ISO 4217 codes: decimals and names as ICU knows them, amounts as whole counts
 * of the smallest unit (cents). */
#pragma once

#include "base/money.h"

/* TRUE for the code of a currency in use ("USD"), three capital letters. */
gboolean sheaf_currency_is_known (const char *code);

/* The decimals that amounts of the currency are written with: 2 for USD, 0 for VND and JPY. An
 * unknown code counts as one without decimals. */
guint sheaf_currency_decimals (const char *code);

/* Its name in vi, en or fr ("Đô la Mỹ"); the code itself where there is none. Free with g_free. */
char *sheaf_currency_name (const char *code,
                           const char *language);

/* What a person types with a decimal point or, where the language writes one, a decimal comma, as
 * smallest units: "10.5" of USD is 1050. More decimals than the currency has are an error. */
gboolean sheaf_currency_parse (const char *text,
                               const char *code,
                               gint64     *ret_units,
                               GError    **error);

/* With all its decimals: "10000.50", "-3"; for files that show decimals. Free with g_free. */
char *sheaf_currency_to_text (gint64      units,
                              const char *code);

/* The same grouped as the language asks; negative in parentheses. Free with g_free. */
char *sheaf_currency_format (gint64      units,
                             const char *code,
                             const char *language);

/* What units of a currency are worth in home money at a rate, in millionths of whole home money for
 * one whole unit, half up. FALSE when it is beyond SHEAF_MONEY_MAX. */
gboolean sheaf_currency_convert (gint64      units,
                                 const char *code,
                                 gint64      rate,
                                 const char *home,
                                 SheafMoney *ret_money);

/* The rate behind a value, half up to millionths; 0 when there are no units or it has no place. */
gint64 sheaf_currency_rate_of (SheafMoney  value,
                               gint64      units,
                               const char *code,
                               const char *home);
