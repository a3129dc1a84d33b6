/** The code of docs/guide.md, compiled. A region between {@code tag::name} and {@code end::name} stands there word for word. */
@NullMarked
package org.shaddock.guide;

import org.jspecify.annotations.NullMarked;
