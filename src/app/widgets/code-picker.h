/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry that finds an account or a party while typing, by code or by name without accents. */
#pragma once

#include "app/choices.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_CODE_PICKER (sheaf_code_picker_get_type ())
G_DECLARE_FINAL_TYPE (SheafCodePicker, sheaf_code_picker, SHEAF, CODE_PICKER, GtkEntry)

/* what_is_missing is the sentence said of a code that is not there, with one %s. "picked" comes
 * when another choice has been taken. */
GtkWidget *sheaf_code_picker_new (SheafChoices *choices,
                                  const char   *what_is_missing);

/* The sentence said of a code that is not there, for a picker made by a template; static. */
void sheaf_code_picker_set_missing (SheafCodePicker *picker,
                                    const char      *what_is_missing);

/* Lets an item follow the code after a colon, as in "NH01:HD-12", or stand alone, as in
 * ":HD-12". */
void sheaf_code_picker_set_takes_item (SheafCodePicker *picker,
                                       gboolean         takes_item);

/* Lets codes stand that are not there yet: what is offered is taken only when chosen with the arrow
 * keys or the pointer. */
void sheaf_code_picker_set_takes_new (SheafCodePicker *picker,
                                      gboolean         takes_new);

/* The traits of the choice shown; 0 when there is none. */
guint sheaf_code_picker_get_traits (SheafCodePicker *picker);

/* The item typed after the colon; NULL when there is none. Free with g_free. */
char *sheaf_code_picker_get_item (SheafCodePicker *picker);

/* The name of the choice shown; NULL when there is none. */
const char *sheaf_code_picker_get_name (SheafCodePicker *picker);

/* Offers other choices, as after a new party. */
void sheaf_code_picker_set_choices (SheafCodePicker *picker,
                                    SheafChoices    *choices);

/* The code typed or taken; "" when empty. FALSE with a message for the person when there is no such
 * code. */
gboolean sheaf_code_picker_get (SheafCodePicker *picker,
                                const char     **ret_code,
                                GError         **error);

/* Shows a code; NULL empties. */
void sheaf_code_picker_set (SheafCodePicker *picker,
                            const char      *code);
