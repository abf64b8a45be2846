/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings of acts that went through, brought from the writing thread to the person. */
#pragma once

#include "book/book.h"

/* From now on each warning of the book comes as a dialog over the active window. */
void sheaf_warnings_listen (SheafBook *book);
