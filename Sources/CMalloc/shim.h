#pragma once
// mallopt, which the module of the C library leaves out.
#include <malloc.h>
