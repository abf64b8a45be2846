/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of documents. */
#include "documents/error.h"

G_DEFINE_QUARK (sheaf_documents_error, sheaf_documents_error)
