package org.shaddock.grid;

/** The contract within the process. */
class LocalRatchetTest extends RatchetContract {

    @Override
    protected Members members() {
        return new LocalMembers();
    }
}
