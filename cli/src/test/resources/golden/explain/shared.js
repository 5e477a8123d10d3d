function addShared() {
    D_EXTEND("example.tld", TXT("@", "shared"));
}
