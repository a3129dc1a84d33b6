/** The operator's script, from nothing to a group of instances and back. */
@org.jspecify.annotations.NullMarked
package org.shaddock.it.operations;
