package org.shaddock.grid;

/** The contract within the process. */
class LocalDirectoryTest extends DirectoryContract {

    @Override
    protected Members members() {
        return new LocalMembers();
    }
}
