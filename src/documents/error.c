/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of documents. */
#include "documents/error.h"

G_DEFINE_QUARK (sheaf - documents - error - quark, sheaf_documents_error)
