package cadastre.selfhosted;

/// Who is told what happens in a directory of zone files. Called by whichever thread reads or writes.
public interface Notices {
    /// A zone file is not there. It will be made when the zone is written.
    ///
    /// @param file its path, as seen from the caller's folder
    void fileMissing(String file);

    /// The directory is not there. It will be made when a zone is written.
    ///
    /// @param directory its path, as it was given
    void directoryMissing(String directory);

    /// A zone file is about to be written.
    ///
    /// @param file its path, as seen from the caller's folder
    void writing(String file);
}
