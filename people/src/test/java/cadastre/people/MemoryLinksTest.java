package cadastre.people;

class MemoryLinksTest implements LinksContract {
    private final Links links = new MemoryLinks();

    @Override
    public Links links() {
        return links;
    }
}
