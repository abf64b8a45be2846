/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of book. */
#include "book/error.h"

G_DEFINE_QUARK (sheaf - book - error - quark, sheaf_book_error)
