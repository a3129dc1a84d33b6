/**
 * Remote calls between two processes, measured: Shaddock's, Apache Thrift's and Pomelo's, one after the other on the same machine
 * with the same payload.
 *
 * <p>{@code mvn -Pbench-rpc -pl ejb-module/framework}. No other build looks at this source folder.
 */
@NullMarked
package org.shaddock.rpc;

import org.jspecify.annotations.NullMarked;
