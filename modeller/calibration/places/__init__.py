"""What deployments yield at each place: fitted to a record, drawn from, and averaged over mixes."""
