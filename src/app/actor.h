/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who acts in this program, and when: the core never asks. */
#pragma once

#include "book/book.h"

/* The person logged in, today and now. */
SheafActor sheaf_actor_now (void);
