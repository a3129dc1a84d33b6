/** What operators use: the script, the examples, the container files. */
@NullMarked
package org.shaddock.operations;

import org.jspecify.annotations.NullMarked;
