package cadastre.people;

class MemoryAuditLogTest implements AuditLogContract {
    private final AuditLog log = new MemoryAuditLog();

    @Override
    public AuditLog log() {
        return log;
    }
}
