/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What form.c and form-reader.c share. */
#pragma once

#include "statements/form.h"

/* An empty form to be filled by the reader. */
SheafForm *sheaf_form_new (const char *code);
