/** Runs the whole benchmark: starts each server, lets the generator at it, and writes the results down as a table and a plot. */
@NullMarked
package org.shaddock.load.table;

import org.jspecify.annotations.NullMarked;
