/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks text for translation. */
#pragma once

#include <glib/gi18n-lib.h>
